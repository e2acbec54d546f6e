// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan;

/**
 * A workspace as an administrator sees it.
 *
 * @param manages whether they may manage its organization too
 */
public record Seen(Overview overview, boolean manages) {}
