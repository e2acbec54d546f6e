// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import io.roster.access.NaiveEvaluator;
import io.roster.access.NaiveEvaluator.Happening;
import io.roster.access.World;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that is written about a workspace at one moment, in plain texts, where null means 'none'. What has ended isn't in
 * it. Overrides and grants have their ids as keys.
 *
 * @param shutOut who has nothing to sign in with, or is disabled
 * @param plan the entitlements of the workspace's plan
 * @param defaultRole what whoever joins gets, whoever has said so
 */
record Written(
        Instant now,
        Map<String, World.Entry> catalogue,
        Set<String> plan,
        Map<String, Role> roles,
        Map<String, Mate> mates,
        Set<String> shutOut,
        Map<String, Exemption> exemptions,
        Map<String, Team> teams,
        Map<String, Access> accesses,
        Map<String, World.State> projects,
        String defaultRole,
        boolean overridesOn) {

    /** The place that isn't a project. */
    static final String WORKSPACE = "*";

    record Role(Set<String> keys, String name, String description, boolean hidden) {}

    /** A teammate, with the ids of their sessions. */
    record Mate(boolean active, String role, Instant until, String next, String start, Set<String> sessions) {

        boolean hasRoleOf(Mate other) {
            return role.equals(other.role) && Objects.equals(until, other.until) && Objects.equals(next, other.next);
        }
    }

    /** An override. */
    record Exemption(String user, boolean denial, String key, String place, Instant until, String reason) {}

    record Team(String name, Set<String> members) {}

    /** A grant, to a team or to a user. */
    record Access(String project, String team, String user, String role, Instant until) {}

    /** A permission that is written for a place, until it ends. */
    record Carried(String key, String place, Instant until) {}

    static boolean isOver(Instant until, Instant moment) {
        return until != null && !until.isAfter(moment);
    }

    static boolean isLater(Instant one, Instant other) {
        return other != null && (one == null || one.isAfter(other));
    }

    /** Now, and each moment at which something ends. Between two of them nothing changes. */
    NavigableSet<Instant> moments() {
        NavigableSet<Instant> moments = new TreeSet<>(Set.of(now));
        Stream.of(
                        mates.values().stream().map(Mate::until),
                        exemptions.values().stream().map(Exemption::until),
                        accesses.values().stream().map(Access::until))
                .flatMap(ends -> ends)
                .filter(Objects::nonNull)
                .forEach(moments::add);
        return moments;
    }

    /** Whether somebody may use a permission: what the plan masks they can't. */
    boolean mayUse(String user, String key) {
        return mates.containsKey(user) && evaluator(user, true).mayInWorkspace(key, now);
    }

    /** Whether somebody holds a permission when it comes to giving: the plan makes no difference. */
    boolean holds(String user, String key, String place, Instant moment) {
        if (!mates.containsKey(user)) {
            return false;
        }
        NaiveEvaluator naive = evaluator(user, false);
        return place.equals(WORKSPACE) ? naive.mayInWorkspace(key, moment) : naive.mayInProject(key, place, moment);
    }

    /** Who can run the workspace, today and from now on: what ends, and what is denied, doesn't count; what is masked does. */
    Set<String> standingAdmins() {
        Set<String> standing = new HashSet<>(mates.keySet());
        standing.removeAll(shutOut);
        standing.removeIf(user -> !mates.get(user).active()
                || !moments().stream()
                        .allMatch(moment -> holds(user, DrawnCatalogue.TEAMMATES, WORKSPACE, moment)
                                && holds(user, DrawnCatalogue.SECURITY, WORKSPACE, moment)));
        return standing;
    }

    /** What a teammate has as written, whether it counts or not. */
    List<Carried> carriedBy(String user) {
        Mate mate = mates.get(user);
        Stream<Carried> role = of(mate.role(), WORKSPACE, mate.until());
        Stream<Carried> next = mate.next() == null ? Stream.of() : of(mate.next(), WORKSPACE, null);
        return Stream.of(role, next, carriedBesides(user).stream())
                .flatMap(all -> all)
                .toList();
    }

    /** The same without the role and the one that follows. */
    List<Carried> carriedBesides(String user) {
        Stream<Carried> allowed = exemptions.values().stream()
                .filter(exemption -> exemption.user().equals(user) && !exemption.denial())
                .map(exemption -> new Carried(exemption.key(), exemption.place(), exemption.until()));
        return Stream.concat(allowed, granted(access -> reaches(access, user))).toList();
    }

    List<Carried> carriedByTeam(String team) {
        return granted(access -> team.equals(access.team())).toList();
    }

    /** What its grants and allowances give in a project. */
    List<Carried> carriedIn(String project) {
        Stream<Carried> allowed = exemptions.values().stream()
                .filter(exemption -> exemption.place().equals(project) && !exemption.denial())
                .map(exemption -> new Carried(exemption.key(), project, exemption.until()));
        return Stream.concat(allowed, granted(access -> access.project().equals(project)))
                .toList();
    }

    List<Carried> carriedBy(Access access) {
        return access.role() == null
                ? List.of()
                : of(access.role(), access.project(), access.until()).toList();
    }

    List<Carried> carriedByRole(String role) {
        return of(role, WORKSPACE, null).toList();
    }

    /** The same with this project restored. */
    Written restored(String project) {
        Map<String, World.State> restored = new HashMap<>(projects);
        restored.computeIfPresent(project, (key, state) -> new World.State(state.open(), false));
        return new Written(
                now,
                catalogue,
                plan,
                roles,
                mates,
                shutOut,
                exemptions,
                teams,
                accesses,
                restored,
                defaultRole,
                overridesOn);
    }

    /** The same where roles have these permissions. */
    Written with(Map<String, Role> others) {
        return new Written(
                now,
                catalogue,
                plan,
                others,
                mates,
                shutOut,
                exemptions,
                teams,
                accesses,
                projects,
                defaultRole,
                overridesOn);
    }

    private Stream<Carried> granted(Predicate<Access> which) {
        return accesses.values().stream().filter(which).flatMap(access -> carriedBy(access).stream());
    }

    /** What is about the account counts in the workspace, wherever it is given. */
    private Stream<Carried> of(String role, String place, Instant until) {
        return roles.get(role).keys().stream()
                .map(key -> new Carried(key, catalogue.get(key).account() ? WORKSPACE : place, until));
    }

    private boolean reaches(Access access, String user) {
        return user.equals(access.user())
                || access.team() != null && teams.get(access.team()).members().contains(user);
    }

    private NaiveEvaluator evaluator(String user, boolean planCounts) {
        Mate mate = mates.get(user);
        World world = new World(
                catalogue,
                plan,
                mate.active(),
                roles.get(mate.role()).keys(),
                mate.until(),
                mate.next() == null ? Set.of() : roles.get(mate.next()).keys(),
                exemptions.values().stream()
                        .filter(exemption -> exemption.user().equals(user))
                        .map(exemption -> new World.Exemption(
                                exemption.denial(),
                                exemption.key(),
                                exemption.place().equals(WORKSPACE) ? null : exemption.place(),
                                exemption.until()))
                        .toList(),
                accesses.values().stream()
                        .filter(access -> reaches(access, user))
                        .map(access -> new World.Access(
                                access.project(),
                                access.role() == null
                                        ? null
                                        : roles.get(access.role()).keys(),
                                access.until()))
                        .toList(),
                projects);
        return new NaiveEvaluator(world, planCounts, EnumSet.noneOf(Happening.class));
    }
}
