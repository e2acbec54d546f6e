// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override;

import io.roster.access.Effect;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * One permission that is allowed or denied to one teammate.
 *
 * @param bit of the permission in the realm's catalogue
 * @param project the only project where it counts; empty for the workspace and all its projects
 * @param until the first moment at which it no longer counts; empty for ever
 * @param madeBy who made it, as long as their account exists
 */
public record TeammateOverride(
        String id,
        UserId user,
        Effect effect,
        int bit,
        Optional<String> project,
        Optional<String> reason,
        Optional<Instant> until,
        Source source,
        Optional<UserId> madeBy,
        Instant madeAt) {

    boolean hasEnded(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }

    TeammateOverride with(Optional<String> newReason, Optional<Instant> newUntil) {
        return new TeammateOverride(id, user, effect, bit, project, newReason, newUntil, source, madeBy, madeAt);
    }

    /** Its place in the list of a teammate's. */
    public Position position() {
        return new Position(project.orElse(""), bit, effect);
    }

    /**
     * A place in the list, whether or not something is there: first the workspace, then projects by key, and in each by
     * bit.
     *
     * @param project empty text for the workspace
     */
    public record Position(String project, int bit, Effect effect) {

        /**
         * Reads what {@link #cursor} gave.
         *
         * @throws Problem {@code validation} if it is none of this list
         */
        static Position of(Cursor cursor) {
            try {
                return new Position(
                        cursor.values().get(0),
                        Integer.parseInt(cursor.values().get(1)),
                        Effect.of(cursor.values().get(2)));
            } catch (IllegalArgumentException e) {
                throw Problem.validation(
                        "after", "is not a cursor of this list: send the 'next' of the page before as it is");
            }
        }

        Cursor cursor() {
            return Cursor.of(project, Integer.toString(bit), effect.key());
        }
    }
}
