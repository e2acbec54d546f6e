// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import io.roster.workspaces.sequences.Written.Carried;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is written, one by one, at one moment: who or what has which permission where. */
final class Facts {

    /** @param subject a teammate, a grant, the default role, or a teammate less what is denied to them */
    record Fact(String subject, String key, String place) {}

    private final Set<Fact> facts = new HashSet<>();
    private final Instant moment;

    private Facts(Instant moment) {
        this.moment = moment;
    }

    /** Everything that anybody gained by a change, with the last moment at which they have it and hadn't. */
    static Map<Fact, Instant> gained(Written before, Written after, Collection<Instant> moments) {
        Map<Fact, Instant> gained = new HashMap<>();
        for (Instant moment : moments) {
            Set<Fact> facts = at(after, moment);
            facts.removeAll(at(before, moment));
            Set<Fact> free = denied(before, moment);
            free.removeAll(denied(after, moment));
            free.removeIf(fact -> !after.mates().containsKey(fact.subject()));
            facts.addAll(free);
            facts.forEach(fact -> gained.merge(fact, moment, (one, other) -> one.isAfter(other) ? one : other));
        }
        return gained;
    }

    private static Set<Fact> at(Written written, Instant moment) {
        Facts facts = new Facts(moment);
        written.mates().forEach((user, mate) -> {
            // the role and the one that follows are never there at once
            boolean followed = Written.isOver(mate.until(), moment);
            facts.add(user, written.carriedByRole(followed ? mate.next() : mate.role()));
            facts.add(user, written.carriedBesides(user));
        });
        written.accesses().forEach((id, access) -> facts.add(id, written.carriedBy(access)));
        facts.add("default", written.carriedByRole(written.defaultRole()));
        return facts.facts;
    }

    private static Set<Fact> denied(Written written, Instant moment) {
        Set<Fact> denied = new HashSet<>();
        written.exemptions().values().stream()
                .filter(exemption -> exemption.denial() && !Written.isOver(exemption.until(), moment))
                .forEach(exemption -> denied.add(new Fact(exemption.user(), exemption.key(), exemption.place())));
        return denied;
    }

    private void add(String subject, Collection<Carried> carried) {
        for (Carried one : carried) {
            if (!Written.isOver(one.until(), moment)) {
                facts.add(new Fact(subject, one.key(), one.place()));
            }
        }
    }
}
