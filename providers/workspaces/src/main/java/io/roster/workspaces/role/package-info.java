// SPDX-License-Identifier: Apache-2.0

/**
 * Roles of a workspace: the realm's presets, as the workspace edited them, and its own custom roles. Invariants: a
 * preset has no row until somebody edits it, and its row keeps differences only; a key never changes and is never used
 * again; no two roles of a workspace have the same name to the eye. Start at {@code Roles}.
 */
package io.roster.workspaces.role;
