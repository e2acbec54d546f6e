// SPDX-License-Identifier: Apache-2.0

/**
 * Random people make random changes in a random workspace, one after the other, and an oracle that knows the rules and
 * nothing of the guard looks at what is written before and after each. Start at {@code RandomSequencesTest}.
 */
package io.roster.workspaces.sequences;
