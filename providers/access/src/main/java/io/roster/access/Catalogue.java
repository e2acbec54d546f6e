// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All permissions of a realm, each with its bit and its key. A newer catalogue has a higher number and only adds,
 * relabels or deprecates, so that it reads every set that an older one wrote.
 */
public final class Catalogue {

    private final int number;
    private final List<Permission> permissions;
    private final Map<PermissionKey, Permission> byKey = new HashMap<>();
    private final Permission[] byBit;
    private final PermissionSet all;
    private final PermissionSet projectScoped;
    private final PermissionSet accountScoped;
    private final PermissionSet deprecated;
    private final PermissionSet inEveryPlan;
    private final Map<String, PermissionSet> byEntitlement = new HashMap<>();

    private Catalogue(int number, Collection<Permission> entries) {
        this.number = number;
        permissions = entries.stream()
                .sorted(Comparator.comparingInt(Permission::bit))
                .toList();
        byBit = new Permission
                [permissions.isEmpty()
                        ? 0
                        : permissions.get(permissions.size() - 1).bit() + 1];
        for (Permission permission : permissions) {
            index(permission);
        }
        all = bitsWhere(permission -> true);
        projectScoped = bitsWhere(permission -> permission.scope() == Scope.PROJECT);
        accountScoped = bitsWhere(permission -> permission.scope() == Scope.ACCOUNT);
        deprecated = bitsWhere(Permission::deprecated);
        inEveryPlan = bitsWhere(permission -> permission.entitlement().isEmpty());
    }

    /**
     * The catalogue of these permissions, in whatever order they come.
     *
     * @throws IllegalArgumentException where two of them share a key or a bit (the text names both), or the number isn't
     *     positive
     */
    public static Catalogue of(int number, Collection<Permission> permissions) {
        if (number < 1) {
            throw new IllegalArgumentException("A catalogue can't have number " + number + ": count from 1");
        }
        return new Catalogue(number, permissions);
    }

    public int number() {
        return number;
    }

    /** Every permission, deprecated ones included, in the order of their bits. */
    public List<Permission> permissions() {
        return permissions;
    }

    public Optional<Permission> find(PermissionKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public Optional<Permission> permission(int bit) {
        PermissionSet.checkBit(bit);
        return bit < byBit.length ? Optional.ofNullable(byBit[bit]) : Optional.empty();
    }

    /** True where the set has the permission with this key; false for a key that this catalogue doesn't have. */
    public boolean has(PermissionSet set, PermissionKey key) {
        Permission permission = byKey.get(key);
        return permission != null && set.has(permission.bit());
    }

    public PermissionSet all() {
        return all;
    }

    public PermissionSet projectScoped() {
        return projectScoped;
    }

    public PermissionSet accountScoped() {
        return accountScoped;
    }

    public PermissionSet deprecated() {
        return deprecated;
    }

    /** The permissions that count under a plan with these entitlements. Entitlements unknown here unlock nothing. */
    public PermissionSet unlocked(Set<String> entitlements) {
        PermissionSet unlocked = inEveryPlan;
        for (String entitlement : entitlements) {
            unlocked = unlocked.plus(byEntitlement.getOrDefault(entitlement, PermissionSet.EMPTY));
        }
        return unlocked;
    }

    /**
     * The set of the permissions with these keys.
     *
     * @throws UnknownPermissionException naming every key that this catalogue doesn't have
     */
    public PermissionSet set(Collection<PermissionKey> keys) {
        Set<PermissionKey> unknown = new LinkedHashSet<>(keys);
        unknown.removeAll(byKey.keySet());
        if (!unknown.isEmpty()) {
            throw new UnknownPermissionException(List.copyOf(unknown));
        }
        return PermissionSet.of(
                keys.stream().mapToInt(key -> byKey.get(key).bit()).toArray());
    }

    /** The keys of this set in the order of their bits; bits that this catalogue doesn't have (yet) are skipped. */
    public List<PermissionKey> keys(PermissionSet set) {
        List<PermissionKey> keys = new ArrayList<>();
        for (int bit : set.and(all).bits()) {
            keys.add(byBit[bit].key());
        }
        return List.copyOf(keys);
    }

    private void index(Permission permission) {
        Permission sameKey = byKey.putIfAbsent(permission.key(), permission);
        if (sameKey != null) {
            throw new IllegalArgumentException("Bits " + sameKey.bit() + " and " + permission.bit()
                    + " both have the key " + permission.key() + ": give each permission a key of its own");
        }
        Permission sameBit = byBit[permission.bit()];
        if (sameBit != null) {
            throw new IllegalArgumentException(sameBit.key() + " and " + permission.key() + " both have bit "
                    + permission.bit() + ": give the newer one the next free bit");
        }
        byBit[permission.bit()] = permission;
        permission
                .entitlement()
                .ifPresent(entitlement ->
                        byEntitlement.merge(entitlement, PermissionSet.of(permission.bit()), PermissionSet::plus));
    }

    private PermissionSet bitsWhere(Predicate<Permission> condition) {
        return PermissionSet.of(
                permissions.stream().filter(condition).mapToInt(Permission::bit).toArray());
    }
}
