// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal. Whoever throws it has changed nothing that stays: the transaction of the call is rolled back, and the
 * caller gets {@code application/problem+json} (RFC 9457) with the detail, which says what to send instead.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Map<String, Object> fields = new LinkedHashMap<>();

    private Problem(ProblemCode code, String detail) {
        super(detail, null, false, false); // no stack trace: it is an answer, not a failure
        this.code = code;
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail);
    }

    /** One field of the request is wrong; {@code field} is its name in the body or the query. */
    public static Problem validation(String field, String message) {
        return of(ProblemCode.VALIDATION, field + ": " + message)
                .with("violations", List.of(Map.of("field", field, "message", message)));
    }

    /** The same answer for a thing that doesn't exist and for one that the caller may not know of. */
    public static Problem notFound(String kind) {
        return of(ProblemCode.NOT_FOUND, "No such " + kind + ".");
    }

    /** The caller lacks permissions, which are named in {@code missing}. */
    public static Problem lacking(ProblemCode code, String detail, Collection<?> missing) {
        return of(code, detail)
                .with("missing", missing.stream().map(Object::toString).toList());
    }

    public Problem with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public Map<String, Object> fields() {
        return fields;
    }
}
