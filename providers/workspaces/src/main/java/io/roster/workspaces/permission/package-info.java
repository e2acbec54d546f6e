// SPDX-License-Identifier: Apache-2.0

/**
 * The realm's catalogue of permissions and its presets. Invariants: a key and its bit never change and are never used
 * again; a preset is data of the realm, seeded from a preset pack when Roster is switched on. Start at
 * {@code Catalogues}.
 */
package io.roster.workspaces.permission;
