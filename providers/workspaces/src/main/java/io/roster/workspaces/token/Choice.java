// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Optional;

/** The workspace that a session chose with its first token, or that it chose none. Tokens carry it as its text. */
public record Choice(Optional<WorkspaceId> workspace) {

    public static final Choice NONE = new Choice(Optional.empty());

    public static Choice of(WorkspaceId workspace) {
        return new Choice(Optional.of(workspace));
    }

    /** Reads what {@link #text} wrote. */
    public static Choice of(String text) {
        return text.isEmpty() ? NONE : of(new WorkspaceId(text));
    }

    public String text() {
        return workspace.map(WorkspaceId::value).orElse("");
    }
}
