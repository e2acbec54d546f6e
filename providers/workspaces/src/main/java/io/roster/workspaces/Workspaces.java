// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.audit.AuditLog;
import io.roster.workspaces.binding.Bindings;
import io.roster.workspaces.member.Members;
import io.roster.workspaces.member.TeammateSessions;
import io.roster.workspaces.orphan.Orphans;
import io.roster.workspaces.override.Overrides;
import io.roster.workspaces.own.OwnWorkspaces;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.project.Grants;
import io.roster.workspaces.project.Projects;
import io.roster.workspaces.realm.Realms;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.team.Teams;
import io.roster.workspaces.token.ActiveWorkspace;
import io.roster.workspaces.workspace.KnownWorkspaces;
import org.keycloak.provider.Provider;

/**
 * Everything that Roster knows and does in one Keycloak session, in the realm of that session. Other extensions get it
 * by {@code session.getProvider(Workspaces.class)}.
 */
public interface Workspaces extends Provider {

    /** Whether Roster answers in this realm. Where it doesn't, nobody has anything through it. */
    boolean isOn();

    Realms realms();

    Catalogues catalogues();

    KnownWorkspaces workspaces();

    EffectiveAccess access();

    Guard guard();

    Plans plans();

    Roles roles();

    Settings settings();

    Members members();

    TeammateSessions sessions();

    Teams teams();

    Projects projects();

    Grants grants();

    Overrides overrides();

    OwnWorkspaces own();

    Bindings bindings();

    Orphans orphans();

    AuditLog audit();

    ActiveWorkspace activeWorkspace();

    @Override
    default void close() {
        // holds nothing of its own: the session closes what it opened
    }
}
