// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override;

import io.roster.access.PermissionKey;

/**
 * An override as callers see it.
 *
 * @param version the teammate's, which every change of one of their overrides raises
 */
public record ListedOverride(TeammateOverride override, PermissionKey permission, String version) {}
