// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission;

import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.workspace.RealmId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The catalogues of the realms on this server. */
public final class Catalogues {

    /** The preset packs that there are, the default first. */
    public static final List<String> PACKS = PresetPacks.NAMES;

    private final CatalogueStore store;
    private final Loaded loaded;

    public Catalogues(CatalogueStore store, Loaded loaded) {
        this.store = store;
        this.loaded = loaded;
    }

    /**
     * The realm's catalogue as it is now.
     *
     * @throws Problem {@code not-ready} where Roster was never switched on
     */
    public RealmCatalogue of(RealmId realm) {
        return find(realm).orElseThrow(Catalogues::neverOn);
    }

    public Optional<RealmCatalogue> find(RealmId realm) {
        return store.revision(realm).map(revision -> at(realm, revision));
    }

    /** The catalogue at a revision that was just read from the database. */
    public RealmCatalogue at(RealmId realm, String revision) {
        return loaded.at(realm, revision, store);
    }

    /**
     * Gives a realm the seeded permissions and the presets of a pack, if it has none yet. What it has already stays:
     * a pack is chosen once.
     *
     * @return whether this call seeded it
     * @throws Problem {@code validation} for an unknown pack
     */
    public boolean seed(RealmId realm, String pack) {
        return store.revision(realm).isEmpty() && store.insert(realm, pack, PresetPacks.load(pack, Ids.uuid()));
    }

    /** The preset pack with which a realm was seeded. */
    public String pack(RealmId realm) {
        return store.pack(realm);
    }

    /**
     * Holds the realm's row until the transaction ends: of two changes of what the realm itself has, one comes second.
     *
     * @return whether there is such a row: not so where Roster was never switched on
     */
    public boolean hold(RealmId realm) {
        return store.lock(realm);
    }

    /** What whoever needs a catalogue gets in a realm that has none. */
    public static Problem neverOn() {
        return Problem.of(
                ProblemCode.NOT_READY,
                "Roster was never switched on in this realm: a realm administrator can do it with"
                        + " POST .../roster/v1/enable or the realm attribute roster.enabled=true.");
    }

    public void removeAll(RealmId realm) {
        store.removeAll(realm);
    }

    /**
     * Catalogues that were read before, one for each realm. It needs no invalidation: whoever asks has read the present
     * revision from the database, and a revision never changes its content.
     */
    public static final class Loaded {

        private final Map<RealmId, RealmCatalogue> catalogues = new ConcurrentHashMap<>();

        private RealmCatalogue at(RealmId realm, String revision, CatalogueStore store) {
            RealmCatalogue known = catalogues.get(realm);
            if (known != null && known.revision().equals(revision)) {
                return known;
            }
            RealmCatalogue read = store.load(realm);
            // between reading the revision and the rest somebody may have changed it: what was read is newer, and kept
            catalogues.put(realm, read);
            return read;
        }

        public void forget(RealmId realm) {
            catalogues.remove(realm);
        }
    }
}
