// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import java.util.Optional;

/** A grant as a caller may see it: a teammate's name is empty where the caller may not view the user in Keycloak. */
public record ListedGrant(WorkspaceGrant grant, Optional<String> granteeName, Optional<String> roleName) {}
