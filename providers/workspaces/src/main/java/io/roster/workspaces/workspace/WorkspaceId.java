// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import java.util.Objects;

/** The id of the Keycloak organization. */
public record WorkspaceId(String value) {

    public WorkspaceId {
        Objects.requireNonNull(value, "workspace id");
    }

    @Override
    public String toString() {
        return value;
    }
}
