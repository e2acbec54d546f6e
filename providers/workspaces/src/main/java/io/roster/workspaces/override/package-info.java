// SPDX-License-Identifier: Apache-2.0

/** Single permissions allowed or denied to a teammate, on top of the role, in the workspace or in one project, for ever or until a moment. Invariant: denials win, wherever they are. Start at {@code Overrides}. */
package io.roster.workspaces.override;
