// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.audit.Action;
import io.roster.workspaces.audit.Actor;
import io.roster.workspaces.audit.AuditStore;
import io.roster.workspaces.audit.Entry;
import io.roster.workspaces.audit.Recorded;
import io.roster.workspaces.audit.State;
import io.roster.workspaces.audit.Subject;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AUDIT-1")
abstract class AuditStoreContract {

    static final Workspace ACME = RoleStoreContract.workspace("acme");
    static final Workspace BETA = RoleStoreContract.workspace("beta");

    /** The store, in a transaction of its own. */
    abstract void in(Consumer<AuditStore> work);

    @Test
    void whatWasWrittenIsReadAsItWas() {
        Entry full = new Entry(
                ACME.realm(),
                Optional.of(ACME.id()),
                Instant.parse("2026-01-01T00:00:00.123Z"),
                Action.ROLE_RENAMED,
                Actor.administrator("f:" + "i".repeat(253), Optional.of(new RealmId("master"))),
                new Subject("role", "r123456789abcdef"),
                Optional.of(new State("{\"name\":\"Data \uD83D\uDE00 \u6771\u4EAC\"}")),
                Optional.of(new State('"' + "\uD83D\uDE00".repeat(1999) + '"')),
                "manual",
                Optional.of("console \uD83D\uDE00"),
                Optional.of("2001:db8::1"));
        Entry bare = new Entry(
                ACME.realm(),
                Optional.of(ACME.id()),
                Instant.EPOCH,
                new Action("team.of-tomorrow"),
                Actor.SERVER,
                new Subject("team", "t1"),
                Optional.empty(),
                Optional.empty(),
                "keycloak",
                Optional.empty(),
                Optional.empty());
        in(store -> store.append(full));
        in(store -> store.append(bare));
        in(store -> assertEquals(List.of(bare, full), entries(store, ACME)));
    }

    @Test
    void numbersRiseAndPagesHoldEachEntryOnceNewestFirst() {
        in(store -> {
            for (int i = 0; i < 5; i++) {
                store.append(entry(ACME, "a" + i));
                store.append(entry(BETA, "b" + i));
            }
        });
        in(store -> store.append(entry(ACME, "a5")));
        in(store -> {
            List<String> seen = new ArrayList<>();
            OptionalLong last = OptionalLong.empty();
            List<Recorded> page = store.page(ACME.id(), 4, last);
            while (!page.isEmpty()) {
                for (Recorded recorded : page) {
                    assertTrue(last.isEmpty() || recorded.id() < last.getAsLong());
                    last = OptionalLong.of(recorded.id());
                    seen.add(recorded.entry().subject().id());
                }
                page = store.page(ACME.id(), 4, last);
            }
            assertEquals(List.of("a5", "a4", "a3", "a2", "a1", "a0"), seen);
        });
    }

    @Test
    void whatIsTheRealmsIsInNoWorkspaceAndTheOtherWayRound() {
        in(store -> {
            store.append(entry(ACME, "one"));
            store.append(ofRealm("realm", "two"));
            store.append(ofRealm("elsewhere", "three"));
            store.append(ofRealm("realm", "four"));
        });
        in(store -> {
            List<Recorded> page = store.page(new RealmId("realm"), 10, OptionalLong.empty());
            assertEquals(List.of("four", "two"), subjects(page));
            assertEquals(
                    List.of("two"),
                    subjects(store.page(
                            new RealmId("realm"),
                            10,
                            OptionalLong.of(page.get(0).id()))));
            assertEquals(1, entries(store, ACME).size());
        });
    }

    @Test
    void theAddressesOfOneWhoGoesAreForgottenAndNobodyElses() {
        in(store -> {
            store.append(by("ann", ACME));
            store.append(by("ann", BETA));
            store.append(by("bob", ACME));
        });
        in(store -> store.forgetAddresses(new UserId("ann")));
        in(store -> {
            assertEquals(
                    List.of(Optional.of("192.0.2.1"), Optional.empty()),
                    entries(store, ACME).stream().map(Entry::address).toList());
            assertEquals(Optional.empty(), entries(store, BETA).get(0).address());
            assertEquals(Optional.of("ann"), entries(store, BETA).get(0).actor().id());
        });
    }

    @Test
    void whatGoesWithAWorkspaceOrARealmLeavesTheOthers() {
        in(store -> {
            store.append(entry(ACME, "one"));
            store.append(entry(BETA, "two"));
            store.append(ofRealm("realm", "three"));
            store.append(ofRealm("elsewhere", "four"));
        });
        in(store -> store.removeAll(ACME.id()));
        in(store -> {
            assertEquals(List.of(), entries(store, ACME));
            assertEquals(1, entries(store, BETA).size());
        });
        in(store -> store.removeAll(new RealmId("realm")));
        in(store -> {
            assertEquals(List.of(), entries(store, BETA));
            assertEquals(List.of(), store.page(new RealmId("realm"), 10, OptionalLong.empty()));
            assertEquals(
                    1,
                    store.page(new RealmId("elsewhere"), 10, OptionalLong.empty())
                            .size());
        });
    }

    static Entry entry(Workspace workspace, String subject) {
        return entry(workspace.realm().value(), Optional.of(workspace.id()), "ann", subject);
    }

    private static Entry by(String actor, Workspace workspace) {
        return entry(workspace.realm().value(), Optional.of(workspace.id()), actor, "analyst");
    }

    private static Entry ofRealm(String realm, String subject) {
        return entry(realm, Optional.empty(), "ann", subject);
    }

    private static Entry entry(String realm, Optional<WorkspaceId> workspace, String actor, String subject) {
        return new Entry(
                new RealmId(realm),
                workspace,
                Instant.EPOCH,
                Action.ROLE_CHANGED,
                Actor.person(actor),
                new Subject("role", subject),
                Optional.empty(),
                Optional.empty(),
                "manual",
                Optional.of("app"),
                Optional.of("192.0.2.1"));
    }

    private static List<Entry> entries(AuditStore store, Workspace workspace) {
        return store.page(workspace.id(), 100, OptionalLong.empty()).stream()
                .map(Recorded::entry)
                .toList();
    }

    private static List<String> subjects(List<Recorded> page) {
        return page.stream().map(recorded -> recorded.entry().subject().id()).toList();
    }
}
