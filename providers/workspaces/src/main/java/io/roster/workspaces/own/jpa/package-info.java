// SPDX-License-Identifier: Apache-2.0

/** One's own workspaces, read in one statement. */
package io.roster.workspaces.own.jpa;
