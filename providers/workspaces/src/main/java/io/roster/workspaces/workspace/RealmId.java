// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import java.util.Objects;

/** The id of the realm, which is not its name. */
public record RealmId(String value) {

    public RealmId {
        Objects.requireNonNull(value, "realm id");
    }

    @Override
    public String toString() {
        return value;
    }
}
