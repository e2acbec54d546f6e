// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import java.util.Objects;

/** Keycloak's id of the organization group that is a team. */
public record TeamId(String value) {

    public TeamId {
        Objects.requireNonNull(value, "team id");
    }

    @Override
    public String toString() {
        return value;
    }
}
