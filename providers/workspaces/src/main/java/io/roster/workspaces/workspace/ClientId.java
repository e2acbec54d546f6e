// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import java.util.Objects;

/** Keycloak's own id of a client, which stays when the client's name, the {@code client_id}, is changed. */
public record ClientId(String value) {

    public ClientId {
        Objects.requireNonNull(value, "client id");
    }

    @Override
    public String toString() {
        return value;
    }
}
