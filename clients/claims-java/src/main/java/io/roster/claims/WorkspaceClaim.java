// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    private static final WorkspaceClaim NONE =
            new WorkspaceClaim(Optional.empty(), Optional.empty(), false, ProjectAccess.NOTHING, Map.of());

    private final Optional<String> id;
    private final Optional<Details> details;
    private final boolean newer;
    private final ProjectAccess workspace;
    private final Map<String, ProjectAccess> projects;

    /** What every claim says besides the id, but that of a lightweight token. */
    record Details(String alias, String role, String env, int catalogue, Epoch epoch) {}

    /** @param projects those of which the claim tells; about every other one the answer is that of {@link #inProject} */
    WorkspaceClaim(
            Optional<String> id,
            Optional<Details> details,
            boolean newer,
            ProjectAccess workspace,
            Map<String, ProjectAccess> projects) {
        this.id = id;
        this.details = details;
        this.newer = newer;
        this.workspace = workspace;
        this.projects = projects;
    }

    /**
     * Reads the claim of a token that was checked before. A missing claim, which most libraries hand over as null, is
     * {@link #none}. Fields that aren't known here are ignored.
     *
     * @param claim the claim itself ({@code workspace}), not all the claims of the token
     * @throws MalformedClaimException where anything of it isn't as Roster writes it: nothing of such a claim counts
     */
    public static WorkspaceClaim of(Map<String, ?> claim, PermissionCatalogue catalogue) {
        return claim == null ? NONE : new ClaimReader(claim, catalogue).read();
    }

    /** That of a token without a claim: no workspace, nothing allowed anywhere, and nothing to ask about. */
    public static WorkspaceClaim none() {
        return NONE;
    }

    /** The id of the workspace, which never changes; empty in {@link #none} alone. */
    public Optional<String> id() {
        return id;
    }

    /** The public name; this and all that follows is empty in {@link #none} and for a lightweight access token. */
    public Optional<String> alias() {
        return details.map(Details::alias);
    }

    /** The key of the teammate's role, to show it. What a role gives differs by workspace: never decide by it. */
    public Optional<String> role() {
        return details.map(Details::role);
    }

    /** Where to begin: a project and an environment, such as {@code main/production}. */
    public Optional<String> env() {
        return details.map(Details::env);
    }

    /** The number of the catalogue that the server used. */
    public OptionalInt catalogueNumber() {
        return details.map(known -> OptionalInt.of(known.catalogue())).orElseGet(OptionalInt::empty);
    }

    public Optional<Epoch> epoch() {
        return details.map(Details::epoch);
    }

    /** True where the server used a newer catalogue: fetch it again, for there may be permissions that it lacks. */
    public boolean isNewerThanCatalogue() {
        return newer;
    }

    /**
     * True where the claim doesn't tell what is allowed in the workspace: the role form, a lightweight token, or a claim
     * that would have been too large. Until the server was asked nothing is allowed: userinfo and introspection have the
     * claim uncut, Roster's API has the permissions whatever the form.
     */
    public boolean mustAsk() {
        return workspace.mustAsk();
    }

    /** True where the teammate may do this on the workspace's own pages. It says nothing about any project. */
    public boolean allows(String permission) {
        return workspace.allows(permission);
    }

    /** All that {@link #allows} says yes to, in the order of the catalogue. */
    public Set<String> permissions() {
        return workspace.permissions();
    }

    /** The projects of which the claim tells. The teammate can open them; there may be more where others must be asked. */
    public Set<String> projects() {
        return projects.keySet();
    }

    /** What the claim says about this project; of one that it doesn't tell of, that the server must be asked. */
    public ProjectAccess inProject(String project) {
        ProjectAccess told = project == null ? null : projects.get(project);
        if (told != null) {
            return told;
        }
        return id.isPresent() ? ProjectAccess.ASK : ProjectAccess.NOTHING;
    }
}
