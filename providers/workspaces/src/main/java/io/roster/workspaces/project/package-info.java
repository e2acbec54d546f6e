// SPDX-License-Identifier: Apache-2.0
/**
 * The projects of a workspace, their environments, and the grants that let teams and teammates in. Invariants:
 * {@code main} is always there, open, and has a row only once somebody has changed it; nothing is deleted but grants,
 * and keys are never used again; a grant that has ended is absent in every answer, swept or not. Start at
 * {@code Projects} and {@code Grants}.
 */
package io.roster.workspaces.project;
