// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.workspace.UserId;
import java.util.Optional;

/** What Keycloak knows of the realm's users. */
@FunctionalInterface
public interface People {

    Optional<Profile> find(UserId user);
}
