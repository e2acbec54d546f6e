// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;

/** What the server answered. */
public record Reply(String method, URI uri, int status, HttpHeaders headers, String text) {

    static Reply of(HttpResponse<String> response) {
        return new Reply(
                response.request().method(),
                response.request().uri(),
                response.statusCode(),
                response.headers(),
                response.body());
    }

    /** To what it is the answer. */
    public String request() {
        return method + " " + uri;
    }

    /** This answer, if it has that status; else a failure that shows the whole of it. */
    public Reply is(int expected) {
        if (status != expected) {
            throw new AssertionError(request() + "\n  expected " + expected + ", got " + status + ": " + text);
        }
        return this;
    }

    /** This answer, if it is a problem document with that status and code. */
    public Reply isProblem(int expected, String code) {
        is(expected);
        String type = header("Content-Type");
        if (type == null || !type.startsWith("application/problem+json")) {
            throw new AssertionError(request() + "\n  expected a problem document, got " + type + ": " + text);
        }
        String problem = json().path("type").asText();
        if (!problem.matches(".*[/:]" + code) || json().path("status").asInt() != expected) {
            throw new AssertionError(request() + "\n  expected the problem " + code + ", got: " + text);
        }
        return this;
    }

    /** The fields that a {@code validation} problem complains about. */
    public Set<String> violatedFields() {
        Set<String> fields = new TreeSet<>();
        json().path("violations")
                .forEach(violation -> fields.add(violation.path("field").asText()));
        return fields;
    }

    public JsonNode json() {
        return Json.read(text);
    }

    /** The header's first value, or null. */
    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public String etag() {
        String etag = header("ETag");
        if (etag == null) {
            throw new AssertionError(request() + "\n  no ETag in " + headers.map());
        }
        return etag;
    }
}
