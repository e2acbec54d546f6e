// SPDX-License-Identifier: Apache-2.0

/**
 * The page of the workspace console, on which a workspace's people sign in and do what they may.
 *
 * <p>It is the same for everybody and asks nobody who they are: it names a workspace only by echoing the address, so it
 * tells nothing of what exists. Whatever it shows comes from the API, which decides. Scripts and styles are in the JAR of
 * the themes; start reading at {@code ConsolePage}.
 */
package io.roster.workspaces.adminui;
