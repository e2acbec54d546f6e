// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import static io.roster.workspaces.sequences.DrawnCatalogue.LIFTS;
import static io.roster.workspaces.sequences.Written.WORKSPACE;
import static io.roster.workspaces.sequences.Written.isLater;

import io.roster.workspaces.sequences.Written.Access;
import io.roster.workspaces.sequences.Written.Carried;
import io.roster.workspaces.sequences.Written.Exemption;
import io.roster.workspaces.sequences.Written.Mate;
import io.roster.workspaces.sequences.Written.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;

/**
 * The rules of the ceiling once more, over what was written before a change and after it, and with nothing of the guard
 * in it. It asks who was given what, whose was touched, and from whom was taken; and besides, whatever the change was, what
 * anybody has now that they hadn't.
 */
final class Oracle {

    private final Written before;
    private final Written after;
    private final String actor;
    private final boolean ofRoles;
    private final NavigableSet<Instant> moments;
    private final List<String> breaches = new ArrayList<>();

    private Oracle(Written before, Written after, String actor, boolean ofRoles) {
        this.before = before;
        this.after = after;
        this.actor = actor;
        this.ofRoles = ofRoles;
        moments = before.moments();
        moments.addAll(after.moments());
    }

    /**
     * Where somebody went above the ceiling; nothing if they stayed below.
     *
     * @param ofRoles whether roles were changed: that is compared once, and nobody looks who has them and where
     * @param replacement the role that took the place of one that went, or null
     */
    static List<String> breaches(Written before, Written after, String actor, boolean ofRoles, String replacement) {
        if (before.equals(after)) {
            return List.of();
        }
        Oracle oracle = new Oracle(before, after, actor, ofRoles);
        oracle.roles();
        oracle.replacement(replacement);
        oracle.exemptions();
        oracle.teams();
        oracle.projects();
        oracle.mates();
        if (!ofRoles) {
            oracle.accesses();
            oracle.defaultRole();
        }
        oracle.gained();
        return oracle.breaches;
    }

    private void roles() {
        before.roles().forEach((key, role) -> {
            if (!role.equals(after.roles().get(key))) {
                touches("role " + role.name(), before.carriedByRole(key));
            }
        });
        after.roles().forEach((key, role) -> {
            Role old = before.roles().get(key);
            role.keys().stream()
                    .filter(permission -> old == null || !old.keys().contains(permission))
                    .forEach(permission -> gives("role " + role.name(), new Carried(permission, WORKSPACE, null)));
        });
    }

    /** A role without holders makes a gift no smaller. */
    private void replacement(String role) {
        if (role != null) {
            before.carriedByRole(role).forEach(carried -> gives("replacement", carried));
        }
    }

    private void mates() {
        before.mates().forEach((user, old) -> {
            Mate mate = after.mates().get(user);
            if (mate == null || old.active() && !mate.active()) {
                takesFrom(user);
                return;
            }
            if (!user.equals(actor) && !mate.sessions().containsAll(old.sessions())) {
                takesFrom(user);
            }
            if (!ofRoles && !mate.hasRoleOf(old)) {
                touches("role of " + user, before.carriedBy(user));
                after.roles()
                        .get(mate.role())
                        .keys()
                        .forEach(key -> gives("role of " + user, new Carried(key, WORKSPACE, mate.until())));
                if (mate.next() != null) {
                    after.carriedByRole(mate.next()).forEach(next -> gives("next role of " + user, next));
                }
            }
            if (!Objects.equals(mate.start(), old.start())) {
                touches("start of " + user, before.carriedBy(user));
            }
            if (mate.active() && !old.active()) {
                touches("reactivated " + user, before.carriedBy(user));
                before.carriedBy(user).forEach(carried -> gives("reactivated " + user, carried));
            }
        });
    }

    private void exemptions() {
        Map<String, Exemption> all = new HashMap<>(before.exemptions());
        all.putAll(after.exemptions());
        all.forEach((id, one) -> {
            Exemption old = before.exemptions().get(id);
            Exemption made = after.exemptions().get(id);
            if (Objects.equals(old, made) || !after.mates().containsKey(one.user())) {
                return;
            }
            String what = (one.denial() ? "denial" : "allowance") + " of " + one.user();
            touches(what, before.carriedBy(one.user()));
            if (old != null) {
                touches(what, List.of(carried(old)));
            }
            if (!one.denial() && made != null && (old == null || isLater(made.until(), old.until()))) {
                gives(what, carried(made));
            }
            if (one.denial() && old != null && (made == null || isLater(old.until(), made.until()))) {
                gives(what, carried(old));
                if (one.user().equals(actor)) {
                    breaches.add("ended or shortened a denial of their own: " + old);
                }
            }
        });
    }

    private void accesses() {
        before.accesses().forEach((id, old) -> {
            boolean wentWithTeammate = old.user() != null && !after.mates().containsKey(old.user());
            if (!old.equals(after.accesses().get(id)) && !wentWithTeammate) {
                touches("grant", before.carriedBy(old));
            }
        });
        after.accesses().forEach((id, made) -> {
            Access old = before.accesses().get(id);
            if (old == null || !Objects.equals(old.role(), made.role()) || isLater(made.until(), old.until())) {
                after.carriedBy(made).forEach(carried -> gives("grant", carried));
            }
        });
    }

    private void teams() {
        before.teams().forEach((id, old) -> {
            Written.Team team = after.teams().get(id);
            if (team == null || !team.name().equals(old.name())) {
                touches("team " + old.name(), before.carriedByTeam(id));
            }
            if (team != null) {
                team.members().stream()
                        .filter(user -> !old.members().contains(user))
                        .forEach(user -> before.carriedByTeam(id)
                                .forEach(carried -> gives("team " + old.name() + " for " + user, carried)));
                old.members().stream()
                        .filter(user ->
                                !team.members().contains(user) && after.mates().containsKey(user))
                        .forEach(this::takesFrom);
            }
        });
    }

    private void projects() {
        before.projects().forEach((key, old) -> {
            if (old.archived() && !after.projects().get(key).archived()) {
                Written restored = before.restored(key);
                before.carriedIn(key).forEach(carried -> gives("restored " + key, restored, carried));
            }
        });
    }

    private void defaultRole() {
        if (!after.defaultRole().equals(before.defaultRole())) {
            touches("default role", before.carriedByRole(before.defaultRole()));
            after.carriedByRole(after.defaultRole()).forEach(carried -> gives("default role", carried));
        }
    }

    /** Roles have in both what they have now: what changed about them was looked at. */
    private void gained() {
        Map<String, Role> roles = new HashMap<>(before.roles());
        roles.putAll(after.roles());
        Facts.gained(before.with(roles), after, moments)
                .forEach((fact, last) -> gives(
                        "gained by " + fact.subject(),
                        new Carried(fact.key(), ofRoles ? WORKSPACE : fact.place(), moments.higher(last))));
    }

    private void touches(String what, Collection<Carried> carried) {
        for (Carried one : carried) {
            if (!mayGive(before, one, before.now())) {
                breaches.add("touched " + what + ", which carries " + one);
            }
        }
    }

    private void gives(String what, Carried given) {
        gives(what, before, given);
    }

    /** It is held now, and at each moment until the gift ends. */
    private void gives(String what, Written held, Carried given) {
        for (Instant moment : moments) {
            if (!Written.isOver(given.until(), moment) && !mayGive(held, given, moment)) {
                breaches.add("gave by " + what + " " + given + ", and doesn't hold it at " + moment);
                return;
            }
        }
    }

    private void takesFrom(String user) {
        for (Carried carried : before.carriedBy(user)) {
            if (carried.key().equals(LIFTS) && !mayGive(before, carried, before.now())) {
                breaches.add("took from " + user + ", who has " + carried);
            }
        }
    }

    private boolean mayGive(Written held, Carried carried, Instant moment) {
        return held.holds(actor, LIFTS, WORKSPACE, moment) || held.holds(actor, carried.key(), carried.place(), moment);
    }

    private static Carried carried(Exemption exemption) {
        return new Carried(exemption.key(), exemption.place(), exemption.until());
    }
}
