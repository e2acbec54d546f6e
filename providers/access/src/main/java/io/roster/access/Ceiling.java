// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far an actor's hand reaches: nobody gives what they don't hold at that place, nor for longer than they hold it, and
 * nobody touches what carries more than they hold, not even to make it smaller. {@link Keys#USER_PERMISSIONS_CHANGE}
 * lifts it for as long as the actor holds that. What the actor holds is less what is denied to them and what has ended;
 * the plan makes it no smaller.
 *
 * @param actor what is written about the actor
 * @param now the moment of the change
 */
public record Ceiling(Catalogue catalogue, Holder actor, Instant now) {

    public Ceiling {
        Objects.requireNonNull(catalogue, "catalogue");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(now, "now");
    }

    /** The permissions that stop this actor from changing what carries these; empty where nothing does. */
    public PermissionSet touching(Collection<Gift> carried) {
        PermissionSet beyond = PermissionSet.EMPTY;
        EffectivePermissions held = held(now);
        for (Gift gift : carried) {
            beyond = beyond.plus(beyond(gift, held));
        }
        return beyond;
    }

    /**
     * The permissions that stop this actor from giving these; empty where nothing does. A gift is looked at now and each
     * time that something of the actor's ends before the gift does.
     */
    public PermissionSet giving(Collection<Gift> given) {
        PermissionSet beyond = PermissionSet.EMPTY;
        Optional<Instant> moment = Optional.of(now);
        while (moment.isPresent()) {
            Instant then = moment.get();
            EffectivePermissions held = held(then);
            for (Gift gift : given) {
                if (Moments.isAhead(gift.until(), then)) {
                    beyond = beyond.plus(beyond(gift, held));
                }
            }
            moment = held.validUntil();
        }
        return beyond;
    }

    /** The same for the time after this project is restored: what the actor will hold there, if it is archived now. */
    public Ceiling afterRestoring(String project) {
        List<Project> projects = actor.projects().stream()
                .map(known -> known.key().equals(project) ? new Project(project, known.open(), false) : known)
                .toList();
        return new Ceiling(
                catalogue, new Holder(actor.active(), actor.role(), actor.overrides(), actor.grants(), projects), now);
    }

    private EffectivePermissions held(Instant moment) {
        return Resolver.resolve(catalogue, actor, catalogue.all(), moment);
    }

    private PermissionSet beyond(Gift gift, EffectivePermissions held) {
        if (catalogue.has(held.workspace(), Keys.USER_PERMISSIONS_CHANGE)) {
            return PermissionSet.EMPTY;
        }
        PermissionSet there = gift.project().map(held::in).orElse(held.workspace());
        return gift.permissions().minus(there);
    }
}
