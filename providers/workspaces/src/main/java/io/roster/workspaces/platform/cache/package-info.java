// SPDX-License-Identifier: Apache-2.0

/**
 * What a node remembers of the database. Invariants: only what is derived is remembered; an entry counts only while
 * nothing that it was made of has changed since before it was read; nobody hears of a change before it is committed, nor
 * of one that is rolled back; no entry lives longer than a minute, so that a message that is lost heals. Start at
 * {@code NodeMemory}.
 */
package io.roster.workspaces.platform.cache;
