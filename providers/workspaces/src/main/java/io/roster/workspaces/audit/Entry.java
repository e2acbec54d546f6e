// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * One change of access. It holds ids and no names of people, so that it never has to be changed when a person is.
 *
 * @param workspace empty for what is the realm's
 * @param source by what way, in the words of {@code member.Source}
 * @param address from where; the one thing that goes with the actor's account
 */
public record Entry(
        RealmId realm,
        Optional<WorkspaceId> workspace,
        Instant time,
        Action action,
        Actor actor,
        Subject subject,
        Optional<State> before,
        Optional<State> after,
        String source,
        Optional<String> client,
        Optional<String> address) {}
