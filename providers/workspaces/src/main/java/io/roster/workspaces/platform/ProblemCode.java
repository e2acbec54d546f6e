// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

/** The codes that a refused call can have; each has one HTTP status and one title, and neither ever changes. */
public enum ProblemCode {
    VALIDATION("validation", 400, "The request is not valid"),
    UNSUPPORTED("unsupported", 400, "The request comes in a form that this API doesn't read"),
    INVALID_TOKEN("invalid-token", 401, "A valid token for this API is needed"),
    FORBIDDEN("forbidden", 403, "You may not do this"),
    INSUFFICIENT_SCOPE("insufficient-scope", 403, "The token lacks the scope for this call"),
    CEILING("ceiling", 403, "You can't give or change permissions that you don't have"),
    PLAN_REQUIRED("plan-required", 403, "The plan of this workspace doesn't have this"),
    NOT_FOUND("not-found", 404, "There is no such thing here"),
    LAST_ADMIN("last-admin", 409, "Nobody would be left who can run the workspace"),
    IN_USE("in-use", 409, "It is still in use"),
    DUPLICATE("duplicate", 409, "There is already one like it"),
    SCIM_MANAGED("scim-managed", 409, "The customer's identity provider manages it"),
    NOT_READY("not-ready", 409, "Something has to be set up first"),
    STALE("stale", 412, "It was changed since you read it"),
    TOO_LARGE("too-large", 413, "The request is too large");

    private final String code;
    private final int status;
    private final String title;

    ProblemCode(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The stable URI that goes into {@code type} (RFC 9457 section 3.1.1). It names the code and is not an address. */
    public String type() {
        return "urn:roster:problem:" + code;
    }
}
