// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint, and what it refuses beyond what its shape says, for the generated description
 * (docs/decisions/0011). It decides nothing: tests on a server hold it against real answers.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Terms {

    /** The permission that a teammate needs; empty where it is enough to be one, or where nobody is asked. */
    String permission() default "";

    /** Whether it is about the caller as a person, so that a service account is refused even where it is bound. */
    boolean ofAPerson() default false;

    /** What an administrator needs the right to do in Keycloak; empty where the admin surface doesn't have it. */
    String administrator() default "";

    /** The codes that the endpoint's own rules answer. {@code ceiling} is for people alone, wherever it stands. */
    ProblemCode[] problems() default {};

    /** The same for what is refused on the people's surface alone. */
    ProblemCode[] ofPeople() default {};
}
