// SPDX-License-Identifier: Apache-2.0

/** Stores in memory, and a small workspace to play in: what facade tests run on instead of a server. */
package io.roster.workspaces.fakes;
