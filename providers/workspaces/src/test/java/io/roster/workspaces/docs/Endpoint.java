// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.Terms;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * One method of one resource on one surface, and what follows from its shape.
 *
 * @param path below the surface's base
 */
record Endpoint(Surface surface, String verb, String path, Method locator, Method handler) {

    String line() {
        return surface.word() + " " + verb + " " + path;
    }

    String fullPath() {
        return surface.base() + path;
    }

    Terms terms() {
        return handler.getAnnotation(Terms.class);
    }

    Operation operation() {
        return handler.getAnnotation(Operation.class);
    }

    Tag tag() {
        return handler.getDeclaringClass().getAnnotation(Tag.class);
    }

    Class<?> body() {
        RequestBodySchema schema = handler.getAnnotation(RequestBodySchema.class);
        return schema == null ? null : schema.value();
    }

    APIResponseSchema answer() {
        return handler.getAnnotation(APIResponseSchema.class);
    }

    /** The scopes that a token of the people's surface needs; none where no token is asked for. */
    List<String> scopes() {
        SecurityRequirement requirement = locator.getAnnotation(SecurityRequirement.class);
        return requirement == null ? List.of() : List.of(requirement.scopes());
    }

    /** Whether nobody is asked who they are: that is said, and doesn't follow from saying nothing. */
    boolean isPublic() {
        return locator.isAnnotationPresent(SecurityRequirements.class);
    }

    boolean isOfAWorkspace() {
        return path.contains("{workspace}");
    }

    boolean takesABody() {
        return has(parameter -> parameter.getType() == InputStream.class);
    }

    boolean takesAQuery() {
        return has(parameter -> parameter.isAnnotationPresent(QueryParam.class));
    }

    boolean isAList() {
        return takes("max") && takes("after");
    }

    /** Whether a change can name the version that it expects. */
    boolean expectsAVersion() {
        return has(parameter -> parameter.isAnnotationPresent(HeaderParam.class)
                && parameter.getAnnotation(HeaderParam.class).value().equals("If-Match"));
    }

    /** Whether it may answer that nothing has changed. */
    boolean isConditional() {
        return has(parameter -> parameter.getType() == Request.class);
    }

    /** Who may, in words that follow 'needs'. */
    String need() {
        if (surface == Surface.ADMIN) {
            return "the right to " + terms().administrator();
        }
        if (isPublic()) {
            return "no token";
        }
        String permission = terms().permission();
        String who = terms().ofAPerson() ? "to be a teammate" : "to be a teammate or a bound service account";
        return "the scope `" + String.join("`, `", scopes()) + "` and "
                + (permission.isEmpty() ? who : "the permission `" + permission + "`");
    }

    /** Every code that it can answer: what follows from its shape, and what its terms add. */
    /** Whether an administrator can have it done although nobody is left who can run the workspace. */
    boolean isForced() {
        return surface == Surface.ADMIN && List.of(terms().problems()).contains(ProblemCode.LAST_ADMIN);
    }

    Set<ProblemCode> problems() {
        Set<ProblemCode> codes = EnumSet.noneOf(ProblemCode.class);
        codes.addAll(List.of(terms().problems()));
        if (surface == Surface.ADMIN) {
            codes.remove(ProblemCode.CEILING);
            codes.add(ProblemCode.FORBIDDEN);
        } else {
            codes.addAll(List.of(terms().ofPeople()));
            codes.add(ProblemCode.NOT_READY);
            if (!isPublic()) {
                codes.addAll(List.of(ProblemCode.INVALID_TOKEN, ProblemCode.INSUFFICIENT_SCOPE));
            }
            if (!terms().permission().isEmpty() || terms().ofAPerson()) {
                codes.add(ProblemCode.FORBIDDEN);
            }
        }
        if (isOfAWorkspace()) {
            codes.addAll(List.of(ProblemCode.NOT_FOUND, ProblemCode.NOT_READY));
        }
        if (takesABody()) {
            codes.addAll(List.of(ProblemCode.VALIDATION, ProblemCode.UNSUPPORTED, ProblemCode.TOO_LARGE));
        }
        if (takesAQuery() || isForced()) {
            codes.add(ProblemCode.VALIDATION);
        }
        if (expectsAVersion()) {
            codes.add(ProblemCode.STALE);
        }
        return codes;
    }

    private boolean takes(String query) {
        return has(parameter -> parameter.isAnnotationPresent(QueryParam.class)
                && parameter.getAnnotation(QueryParam.class).value().equals(query));
    }

    private boolean has(Predicate<Parameter> what) {
        return Arrays.stream(handler.getParameters()).anyMatch(what);
    }
}
