// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

/** One customer account: a Keycloak organization with its public name, the alias, which never changes. */
public record Workspace(WorkspaceId id, RealmId realm, String alias, String name, boolean enabled) {}
