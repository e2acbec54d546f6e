// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.team;

import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.RoleName;

/**
 * The name that a team shall have. What may stand in it, and which names are the same to the eye, is as with a role's.
 *
 * @param text as it is shown
 * @param folded as it is compared
 */
public record TeamName(String text, String folded) {

    public static final int LONGEST = RoleName.LONGEST;

    /**
     * Reads a name; space around it is dropped.
     *
     * @throws Problem {@code validation} for an empty or too long one, or a character that isn't allowed
     */
    public static TeamName of(String text) {
        RoleName name = RoleName.of(text);
        return new TeamName(name.text(), name.folded());
    }

    /** Whether it is the same to the eye as this name, which may have been given in Keycloak itself. */
    public boolean sameAs(String other) {
        return folded.equals(RoleName.folded(other));
    }

    /** The refusal of a name that another team of the workspace has. */
    public Problem taken() {
        return Problem.of(ProblemCode.DUPLICATE, "Another team of this workspace is called that: choose another name.");
    }
}
