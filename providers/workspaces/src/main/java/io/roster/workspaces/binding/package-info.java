// SPDX-License-Identifier: Apache-2.0

/**
 * In which workspaces a client's service account acts: a realm administrator binds the client to a list of them, or to
 * all. Invariants: it is kept in a table of ours and never in an attribute of the client, which client registration may
 * write; whoever isn't bound is an outsider; a client, a workspace and a realm that goes takes its bindings along. What
 * a bound service account may do is the guard's to decide. Start at {@code Bindings}.
 */
package io.roster.workspaces.binding;
