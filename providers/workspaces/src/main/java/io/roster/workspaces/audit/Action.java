// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import java.util.Objects;

/** What was done, in a word that never changes. Other versions may have written words that this one doesn't know. */
public record Action(String key) {

    public static final Action TEAMMATE_JOINED = new Action("teammate.joined");
    public static final Action TEAMMATE_REMOVED = new Action("teammate.removed");
    public static final Action ROLE_CREATED = new Action("role.created");
    public static final Action ROLE_CHANGED = new Action("role.changed");
    public static final Action ROLE_RENAMED = new Action("role.renamed");
    public static final Action ROLE_RESET = new Action("role.reset");
    public static final Action ROLE_DELETED = new Action("role.deleted");
    public static final Action CLIENT_BOUND = new Action("client.bound");
    public static final Action CLIENT_UNBOUND = new Action("client.unbound");
    public static final Action MEMBERS_ADOPTED = new Action("members.adopted");
    public static final Action SWITCHED_ON = new Action("roster.switched-on");
    public static final Action SWITCHED_OFF = new Action("roster.switched-off");

    public Action {
        Objects.requireNonNull(key, "action");
    }
}
