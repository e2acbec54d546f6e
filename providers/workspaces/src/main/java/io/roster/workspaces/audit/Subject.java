// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import java.util.Objects;

/** For whom or what it was done, by kind and id. */
public record Subject(String kind, String id) {

    static final String TEAMMATE = "teammate";
    static final String ROLE = "role";
    static final String CLIENT = "client";
    static final String REALM = "realm";

    public Subject {
        Objects.requireNonNull(kind, "kind of subject");
        Objects.requireNonNull(id, "subject");
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }
}
