// SPDX-License-Identifier: Apache-2.0

/** The projects of a workspace, their environments, and the grants that let teams and teammates in. Invariants: {@code main} is always there and open; keys are never used again. Start at {@code Projects} and {@code Grants}. */
package io.roster.workspaces.project;
