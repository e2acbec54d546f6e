// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import io.roster.workspaces.workspace.WorkspaceId;

/**
 * The note by which a client session says that there are tokens for a workspace in it. Each workspace has a note of its
 * own: two tabs of an app can be in two workspaces and share the session, whose other notes tell of the last one alone.
 */
public final class Mark {

    private static final String PREFIX = "roster.ws.";
    private static final String SET = "1";

    private Mark() {}

    /** The name of the note. */
    public static String of(WorkspaceId workspace) {
        return PREFIX + workspace;
    }

    /** Its content, which says nothing. */
    public static String set() {
        return SET;
    }
}
