// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import io.roster.workspaces.platform.Caller;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A way of writing that is open to people or administrators.
 *
 * @param method the method of a facade, as {@link Writes} finds it
 * @param needs the permission that a teammate needs for it; the realm's rights for {@link #OF_THE_REALM}
 * @param draws draws what is sent
 */
record Operation(String method, String needs, BiFunction<Stage, Draw, Call> draws) {

    /** What realm administrators alone may do. */
    static final String OF_THE_REALM = "manage-realm";

    /**
     * What is sent: the same whoever sends it, and however often.
     *
     * @param replacement the role that takes the place of another, whether anybody has that or not; null for none
     */
    record Call(Supplier<String> text, String replacement, Consumer<Caller> by) {

        Call(Supplier<String> text, Consumer<Caller> by) {
            this(text, null, by);
        }
    }

    boolean isOfTheRealm() {
        return needs.equals(OF_THE_REALM);
    }

    /** Where what many people have is changed once, and none of them is looked at. */
    boolean isOfRoles() {
        return method.startsWith("Roles.");
    }
}
