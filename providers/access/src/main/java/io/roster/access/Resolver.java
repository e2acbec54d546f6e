// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides what a teammate may do. Tokens, checks, lists and the guard all ask here, so none of them can disagree.
 *
 * <ul>
 *   <li>In the workspace: the role and what is allowed there, less what is denied there.
 *   <li>A project that isn't archived opens to everybody where it is open, to whoever has a grant, and to whoever
 *       manages projects.
 *   <li>In a project that opens, of the permissions that can count in a project: the roles of the grants; the workspace
 *       role too, unless a grant with a role of its own is the only way in; and what is allowed in the workspace or
 *       there, less what is denied in the workspace or there.
 *   <li>Everywhere: only what the plan unlocks. What has ended is absent. Whoever isn't active has nothing.
 * </ul>
 *
 * <p>More roles, grants and allowances never make an answer smaller; denials, plans, archives and ends do.
 */
public final class Resolver {

    private Resolver() {}

    /**
     * What the teammate may do at this moment.
     *
     * @param unlocked what the workspace's plan lets count at this moment, as {@link Catalogue#unlocked} says
     */
    public static EffectivePermissions resolve(
            Catalogue catalogue, Holder holder, PermissionSet unlocked, Instant now) {
        if (!holder.active()) {
            return EffectivePermissions.NONE;
        }
        Places places = Places.of(catalogue, holder, now);
        PermissionSet role = holder.role().at(now);
        PermissionSet workspace = workspace(role, places.workspace()).and(unlocked);
        boolean managesProjects = catalogue.has(workspace, Keys.PROJECTS_MANAGE);
        // One set for all the projects about which nothing is written, so that a thousand of them cost one.
        PermissionSet plain = workspace.and(catalogue.projectScoped());
        Instant end =
                Moments.earlier(endOf(holder.role(), now), places.workspace().firstEnd());

        SortedMap<String, PermissionSet> projects = new TreeMap<>();
        for (Project project : holder.projects()) {
            Place place = places.in(project.key());
            if (!opens(project, place, managesProjects)) {
                continue;
            }
            PermissionSet permissions = place == Place.UNTOUCHED
                    ? plain
                    : project(usesRole(project, place, managesProjects) ? role : PermissionSet.EMPTY, places, place)
                            .and(catalogue.projectScoped())
                            .and(unlocked);
            projects.put(project.key(), permissions);
            // What is written about a project that doesn't open changes nothing, so its end doesn't either.
            end = Moments.earlier(end, place.firstEnd());
        }
        return new EffectivePermissions(workspace, projects, Optional.ofNullable(end));
    }

    /**
     * What the teammate holds in the workspace when it comes to giving: denials and ends count, the plan doesn't. Nobody
     * loses the right to give because a plan has lapsed.
     */
    public static PermissionSet held(Catalogue catalogue, Holder holder, Instant now) {
        return resolve(catalogue, holder, catalogue.all(), now).workspace();
    }

    /**
     * What the teammate holds in this project when it comes to giving, as in {@link #held}. Nothing in an archived or
     * unknown project: to ask what would be held after it is restored, hand in a holder whose project is.
     *
     * <p>It has no permissions about the account. Where a role for a project carries such permissions they compare with
     * what is held in the workspace.
     */
    public static PermissionSet heldIn(Catalogue catalogue, Holder holder, String project, Instant now) {
        return resolve(catalogue, holder, catalogue.all(), now).in(project);
    }

    /**
     * What of {@link #held} the teammate holds now and at every later moment, if nothing more is written: what they would
     * lose for a while, and be given again later, isn't in it.
     */
    public static PermissionSet heldForGood(Catalogue catalogue, Holder holder, Instant now) {
        EffectivePermissions first = resolve(catalogue, holder, catalogue.all(), now);
        PermissionSet held = first.workspace();
        Optional<Instant> next = first.validUntil();
        while (next.isPresent()) {
            EffectivePermissions then = resolve(catalogue, holder, catalogue.all(), next.get());
            held = held.and(then.workspace());
            next = then.validUntil();
        }
        return held;
    }

    private static PermissionSet workspace(PermissionSet role, Place workspace) {
        return role.plus(workspace.allowed()).minus(workspace.denied());
    }

    private static boolean opens(Project project, Place place, boolean managesProjects) {
        return !project.archived() && (project.open() || place.isEntered() || managesProjects);
    }

    private static boolean usesRole(Project project, Place place, boolean managesProjects) {
        return project.open() || place.hasWorkspaceRole() || managesProjects;
    }

    private static PermissionSet project(PermissionSet role, Places places, Place project) {
        return role.plus(project.granted())
                .plus(places.workspace().allowed())
                .plus(project.allowed())
                .minus(places.workspace().denied())
                .minus(project.denied());
    }

    private static Instant endOf(RoleAssignment role, Instant now) {
        return Moments.isAhead(role.until(), now) ? role.until().orElse(null) : null;
    }
}
