// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override;

import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.Text;
import java.util.Optional;

/** Why an override is there, for people: up to 500 characters, line breaks allowed. */
public final class Reason {

    public static final int LONGEST = 500;

    private Reason() {}

    /**
     * Reads a reason; a blank one is none.
     *
     * @throws Problem {@code validation}
     */
    static Optional<String> of(Optional<String> sent) {
        return sent.map(text -> Text.lines("reason", text, LONGEST)).filter(text -> !text.isEmpty());
    }
}
