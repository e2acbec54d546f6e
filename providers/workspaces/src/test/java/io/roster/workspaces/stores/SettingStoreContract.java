// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.RoleUse;
import io.roster.workspaces.setting.Chosen;
import io.roster.workspaces.setting.SettingStore;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of two realms, each with a row, and two workspaces of the first, each locked once; acme has the role r1. */
@Tag("REALM-3")
abstract class SettingStoreContract {

    static final RealmId REALM = new RealmId("realm");
    static final RealmId OTHER = new RealmId("other");
    static final WorkspaceId ACME = new WorkspaceId("id-acme");
    static final WorkspaceId BETA = new WorkspaceId("id-beta");

    private static final RoleRef STEWARD = new RoleRef.OfCustom("r1");
    private static final RoleRef CONSUMER = new RoleRef.OfPreset("consumer");
    private static final RoleRef READ_ONLY = new RoleRef.OfPreset("read-only");

    /** The store, in a transaction of its own. */
    abstract void in(Consumer<SettingStore> work);

    @Test
    void whatWasSavedLastIsWhatIsRead() {
        in(store -> {
            assertEquals(Chosen.NOTHING, store.find(REALM));
            assertEquals(Chosen.NOTHING, store.find(ACME));
            assertEquals(Chosen.NOTHING, store.find(new WorkspaceId("never written to")));
            assertEquals(Chosen.NOTHING, store.find(new RealmId("never on")));
        });
        Chosen all = new Chosen(
                Optional.of(CONSUMER),
                Optional.of(Duration.ofHours(30)),
                Optional.of(false),
                Optional.of("Ask \uD83D\uDE00\nus"),
                Optional.of(List.of("staging", "production")));
        Chosen custom = new Chosen(
                Optional.of(STEWARD),
                Optional.of(Duration.ofDays(90)),
                Optional.of(true),
                Optional.of(""),
                Optional.of(List.of("production")));
        for (Chosen chosen : List.of(all, custom, all, Chosen.NOTHING)) {
            in(store -> store.save(ACME, chosen));
            in(store -> assertEquals(chosen, store.find(ACME)));
            in(store -> assertEquals(Chosen.NOTHING, store.find(BETA)));
        }
        for (Chosen chosen : List.of(all, Chosen.NOTHING)) {
            in(store -> store.save(REALM, chosen));
            in(store -> assertEquals(chosen, store.find(REALM)));
            in(store -> assertEquals(Chosen.NOTHING, store.find(OTHER)));
            in(store -> assertEquals(Chosen.NOTHING, store.find(ACME)));
        }
    }

    @Test
    void theRoleThatCountsIsInUseWhoeverHasSaidSo() {
        in(store -> assertUses(store, READ_ONLY));
        in(store -> store.save(REALM, saying(CONSUMER)));
        in(store -> assertUses(store, CONSUMER));
        in(store -> store.save(ACME, saying(STEWARD)));
        in(store -> assertUses(store, STEWARD));
    }

    @Test
    void whatGoesNamesNoRoleAnyMore() {
        in(store -> store.save(ACME, saying(STEWARD)));
        in(store -> store.removeAll(BETA));
        in(store -> store.replace(ACME, STEWARD, CONSUMER, 1));
        in(store -> assertUses(store, CONSUMER));
        in(store -> store.replace(ACME, CONSUMER, STEWARD, 2));
        in(store -> store.removeAll(OTHER));
        in(store -> assertUses(store, STEWARD));
        in(store -> store.removeAll(ACME));
        in(store -> assertUses(store, READ_ONLY));
        in(store -> store.save(ACME, saying(STEWARD)));
        in(store -> store.removeAll(REALM));
        in(store -> assertUses(store, READ_ONLY));
    }

    private static void assertUses(SettingStore store, RoleRef used) {
        for (RoleRef role : List.of(READ_ONLY, CONSUMER, STEWARD)) {
            assertEquals(
                    role.equals(used)
                            ? new RoleUse.Users("settings", 1, List.of(ACME.value()))
                            : new RoleUse.Users("settings", 0, List.of()),
                    store.users(ACME, role),
                    role.toString());
        }
    }

    private static Chosen saying(RoleRef role) {
        return new Chosen(Optional.of(role), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
