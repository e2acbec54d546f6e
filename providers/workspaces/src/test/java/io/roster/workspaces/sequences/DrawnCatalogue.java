// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import io.roster.access.Catalogue;
import io.roster.access.Permission;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.access.Risk;
import io.roster.access.Scope;
import io.roster.access.Space;
import io.roster.access.World;
import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The four keys that the rules ask for, and a few others: for projects, for the account, masked now and then, retired. */
final class DrawnCatalogue {

    static final String TEAMMATES = "teammates.manage";
    static final String PROJECTS = "projects.manage";
    static final String SECURITY = "security-settings.manage";
    static final String LIFTS = "user-permissions.change";
    static final String RETIRED = "old.use";

    private static final List<String> OF_PROJECTS = List.of("a.use", "b.use", "d.use", RETIRED);
    private static final List<String> OF_THE_ACCOUNT = List.of("c.use", TEAMMATES, PROJECTS, SECURITY, LIFTS);

    private final Draw draw;
    private final List<Permission> permissions = new ArrayList<>();
    private final Map<Integer, String> words = new HashMap<>();
    private final Map<String, World.Entry> entries = new HashMap<>();
    private final Catalogue catalogue;

    DrawnCatalogue(Draw draw) {
        this.draw = draw;
        OF_PROJECTS.forEach(key -> add(key, Scope.PROJECT, key.equals("b.use") ? 0.5 : 0));
        OF_THE_ACCOUNT.forEach(key -> add(key, Scope.ACCOUNT, 0.1));
        catalogue = Catalogue.of(1, permissions);
    }

    /** The same as the facades have it, with presets that have something, more, and everything. */
    RealmCatalogue engine() {
        return new RealmCatalogue(
                Ids.uuid(),
                catalogue,
                List.of(
                        preset("read-only", draw.some(OF_PROJECTS, 0.25)),
                        preset("consumer", draw.some(keys(), 0.35)),
                        preset("admin", keys())));
    }

    Collection<String> keys() {
        return new TreeSet<>(entries.keySet());
    }

    List<PermissionKey> keys(PermissionSet set) {
        return catalogue.keys(set);
    }

    List<Permission> permissions() {
        return permissions;
    }

    String key(int bit) {
        return words.get(bit);
    }

    /** The same as the naive evaluator has it. */
    Map<String, World.Entry> entries() {
        return entries;
    }

    private Preset preset(String key, Collection<String> keys) {
        return new Preset(
                key,
                "Preset " + key,
                "",
                catalogue.set(keys.stream().map(PermissionKey::new).toList()));
    }

    private void add(String key, Scope scope, double masked) {
        int bit = permissions.size() * 7;
        Optional<String> entitlement = draw.maybe(masked, Entitlements.SESSION_REPLAY);
        words.put(bit, key);
        entries.put(key, new World.Entry(bit, scope == Scope.ACCOUNT, entitlement.orElse(null)));
        permissions.add(new Permission(
                bit, new PermissionKey(key), "Label", Space.SHARED, scope, Risk.LOW, entitlement, key.equals(RETIRED)));
    }
}
