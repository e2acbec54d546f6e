// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team;

import io.roster.workspaces.member.Digest;
import io.roster.workspaces.workspace.TeamId;
import java.util.List;

/**
 * A team as Keycloak has it.
 *
 * @param name as it is shown; made in Keycloak itself it may be one that Roster would refuse
 */
public record Team(TeamId id, String name) {

    /** Differs where the name does: no row of ours counts the changes. */
    public String version() {
        return Digest.of(List.of(id.value(), name));
    }
}
