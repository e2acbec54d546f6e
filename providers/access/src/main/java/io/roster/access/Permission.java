// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a {@link Catalogue}. Bit and key belong together for ever; the label is for people.
 *
 * @param entitlement what the workspace's plan must have for this permission to count; empty where every plan will do
 * @param deprecated stays where it was given, and isn't given anew; the resolver makes no difference
 */
public record Permission(
        int bit,
        PermissionKey key,
        String label,
        Space space,
        Scope scope,
        Risk risk,
        Optional<String> entitlement,
        boolean deprecated) {

    public Permission {
        PermissionSet.checkBit(bit);
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(space, "space");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(risk, "risk");
        if (label.isBlank()) {
            throw new IllegalArgumentException("Permission " + key + " has no label: write what it lets people do");
        }
        if (entitlement.isPresent() && entitlement.get().isBlank()) {
            throw new IllegalArgumentException(
                    "Permission " + key + " has a blank entitlement: name one, or leave it out for every plan");
        }
    }
}
