// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The workspace of a token, and what the teammate may do in it.
 *
 * <p>{@link #allows} answers for the workspace's own pages, {@link #inProject} for everything in a project. There is no
 * way from the one to the other: a project may give less than the workspace, and where the claim doesn't tell, only the
 * server can. {@link #mustAsk} and {@link ProjectAccess#mustAsk} say where that is so.
 *
 * <p>Permissions that the catalogue doesn't have are never allowed; {@link #isNewerThanCatalogue} says when to fetch it
 * again.
 */
public final class WorkspaceClaim {

    private static final WorkspaceClaim NONE = new WorkspaceClaim(null, null, 0, ProjectAccess.NOTHING, Map.of(), false);

    private final String id;
    private final Details details;
    private final int knownCatalogue;
    private final ProjectAccess workspace;
    private final Map<String, ProjectAccess> projects;
    private final boolean reference;

    /** What every claim says but that of a lightweight token. */
    record Details(String alias, String role, String env, int catalogue, Epoch epoch) {}

    WorkspaceClaim(
            String id,
            Details details,
            int knownCatalogue,
            ProjectAccess workspace,
            Map<String, ProjectAccess> projects,
            boolean reference) {
        this.id = id;
        this.details = details;
        this.knownCatalogue = knownCatalogue;
        this.workspace = workspace;
        this.projects = projects;
        this.reference = reference;
    }
}
