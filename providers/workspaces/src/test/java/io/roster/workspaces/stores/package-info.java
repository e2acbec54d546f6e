// SPDX-License-Identifier: Apache-2.0

/** One contract for each store, kept by the store in memory and by the one in a database with our own changelog. */
package io.roster.workspaces.stores;
