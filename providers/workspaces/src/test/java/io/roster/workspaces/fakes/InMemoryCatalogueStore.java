// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.permission.CatalogueStore;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.workspace.RealmId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Catalogues in memory; {@link #replace} is what a later release or a realm administrator will do. */
public final class InMemoryCatalogueStore implements CatalogueStore {

    private final Map<RealmId, RealmCatalogue> catalogues = new HashMap<>();
    private final Map<RealmId, String> packs = new HashMap<>();

    public void replace(RealmId realm, RealmCatalogue catalogue) {
        catalogues.put(realm, catalogue);
    }

    @Override
    public Optional<String> revision(RealmId realm) {
        return Optional.ofNullable(catalogues.get(realm)).map(RealmCatalogue::revision);
    }

    @Override
    public String pack(RealmId realm) {
        return packs.get(realm);
    }

    @Override
    public RealmCatalogue load(RealmId realm) {
        return catalogues.get(realm);
    }

    @Override
    public boolean insert(RealmId realm, String pack, RealmCatalogue catalogue) {
        packs.putIfAbsent(realm, pack);
        return catalogues.putIfAbsent(realm, catalogue) == null;
    }

    @Override
    public boolean lock(RealmId realm) {
        return catalogues.containsKey(realm);
    }

    @Override
    public void removeAll(RealmId realm) {
        catalogues.remove(realm);
        packs.remove(realm);
    }
}
