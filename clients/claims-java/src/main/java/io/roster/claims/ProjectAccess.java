// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import java.util.Set;

/**
 * What the claim says about one project: either all that the teammate may do there, or that the server must be asked.
 * Until it was asked nothing is allowed.
 */
public final class ProjectAccess {

    static final ProjectAccess ASK = new ProjectAccess(Set.of(), true);
    static final ProjectAccess NOTHING = new ProjectAccess(Set.of(), false);

    private final Set<String> permissions;
    private final boolean mustAsk;

    private ProjectAccess(Set<String> permissions, boolean mustAsk) {
        this.permissions = permissions;
        this.mustAsk = mustAsk;
    }

    static ProjectAccess known(Set<String> permissions) {
        return new ProjectAccess(permissions, false);
    }

    /** True where the claim doesn't tell; {@link WorkspaceClaim#mustAsk} says who does. */
    public boolean mustAsk() {
        return mustAsk;
    }

    /** True where the claim says that the teammate may; false where it says nothing. */
    public boolean allows(String permission) {
        return permission != null && permissions.contains(permission);
    }

    /** All that the claim allows in the project, in the order of the catalogue; empty where {@link #mustAsk}. */
    public Set<String> permissions() {
        return permissions;
    }

    @Override
    public String toString() {
        return mustAsk ? "ask" : permissions.toString();
    }
}
