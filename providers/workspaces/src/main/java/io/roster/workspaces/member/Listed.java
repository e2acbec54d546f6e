// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import java.util.Optional;

/** A teammate as a caller may see them: the profile is empty where the caller may not view the user in Keycloak. */
public record Listed(Teammate teammate, String roleName, Optional<Profile> profile) {}
