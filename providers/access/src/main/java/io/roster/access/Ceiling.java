// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.util.Objects;

/**
 * How far an actor's hand reaches at one place: nobody gives what they don't hold, and nobody touches what carries more
 * than they hold, not even to make it smaller. It compares what is written; whether the result counts for anybody at
 * the moment makes a gift no smaller.
 *
 * @param held what the actor holds there: {@link Resolver#held} or {@link Resolver#heldIn}
 * @param lifted true for whoever holds {@link Keys#USER_PERMISSIONS_CHANGE}
 */
public record Ceiling(PermissionSet held, boolean lifted) {

    public Ceiling {
        Objects.requireNonNull(held, "held");
    }

    /**
     * The permissions that stop this actor from changing something that carries {@code before} into something that
     * carries {@code after}; empty where nothing does. What is new carries nothing before, what goes carries nothing
     * after.
     */
    public PermissionSet beyond(PermissionSet before, PermissionSet after) {
        return lifted ? PermissionSet.EMPTY : before.plus(after).minus(held);
    }
}
