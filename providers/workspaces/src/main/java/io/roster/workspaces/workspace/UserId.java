// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import java.util.Objects;

/** The id of a Keycloak user: 36 characters, or up to 255 for one that lives in a user federation. */
public record UserId(String value) {

    public UserId {
        Objects.requireNonNull(value, "user id");
    }

    @Override
    public String toString() {
        return value;
    }
}
