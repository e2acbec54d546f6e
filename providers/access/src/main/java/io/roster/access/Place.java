// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.Optional;

/** What overrides and grants say about one teammate at one place (the workspace or a project), without the ended ones. */
final class Place {

    /** Shared by all places about which nothing is written; nobody adds to it. */
    static final Place UNTOUCHED = new Place();

    private PermissionSet allowed = PermissionSet.EMPTY;
    private PermissionSet denied = PermissionSet.EMPTY;
    private PermissionSet granted = PermissionSet.EMPTY;
    private boolean entered;
    private boolean workspaceRole;
    private Instant firstEnd;

    void add(PermissionOverride override) {
        switch (override.effect()) {
            case ALLOW -> allowed = allowed.with(override.bit());
            case DENY -> denied = denied.with(override.bit());
        }
        endsWith(override.until());
    }

    void add(Grant grant) {
        entered = true;
        if (grant.role().isPresent()) {
            granted = granted.plus(grant.role().get());
        } else {
            workspaceRole = true;
        }
        endsWith(grant.until());
    }

    PermissionSet allowed() {
        return allowed;
    }

    PermissionSet denied() {
        return denied;
    }

    /** The roles of the grants, united. */
    PermissionSet granted() {
        return granted;
    }

    /** True where a grant lets the teammate in. */
    boolean isEntered() {
        return entered;
    }

    /** True where one of the grants lets the teammate use their workspace role. */
    boolean hasWorkspaceRole() {
        return workspaceRole;
    }

    /** When the first of all this ends; null where nothing does. */
    Instant firstEnd() {
        return firstEnd;
    }

    private void endsWith(Optional<Instant> until) {
        firstEnd = Moments.earlier(firstEnd, until.orElse(null));
    }
}
