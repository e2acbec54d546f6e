// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission;

import io.roster.workspaces.workspace.RealmId;
import java.util.Optional;

/** Where the catalogues of realms are. */
public interface CatalogueStore {

    /** The present revision, or empty for a realm that was never switched on. */
    Optional<String> revision(RealmId realm);

    String pack(RealmId realm);

    RealmCatalogue load(RealmId realm);

    /** Adds a realm's first catalogue; false, with nothing changed, where it has one. */
    boolean insert(RealmId realm, String pack, RealmCatalogue catalogue);

    /** Holds the realm's row until the transaction ends; false where it has none. */
    boolean lock(RealmId realm);

    void removeAll(RealmId realm);
}
