// SPDX-License-Identifier: Apache-2.0

/** The engine's own query over the tables of other features. */
package io.roster.workspaces.access.jpa;
