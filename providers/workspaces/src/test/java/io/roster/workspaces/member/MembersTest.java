// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MembersTest {

    private final Play play = new Play();
    private final Caller admin = play.teammate(play.acme, "ada", "admin");

    @Test
    @Tag("MATE-1")
    void pagesHoldEverybodyOnceInTheOrderOfTheirNames() {
        for (int i = 0; i < 25; i++) {
            UserId user = new UserId("u" + i);
            play.people.put(user, new Profile("u" + i, "Same", i % 2 == 0 ? "Even" : "Odd", null));
            play.members.joined(SERVER, play.realm, play.acme.id(), user);
        }
        List<String> seen = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<Listed> page = play.members.list(admin, play.acme, TeammateQuery.EVERYBODY, new PageRequest(7, after));
            assertTrue(page.items().size() <= 7);
            page.items()
                    .forEach(listed -> seen.add(listed.teammate().copied().sortName()
                            + listed.teammate().user()));
            after = page.next();
        } while (after.isPresent());
        assertEquals(26, seen.size());
        assertEquals(seen.stream().sorted().distinct().toList(), seen);
    }

    @Test
    @Tag("MATE-1")
    void aNameThatChangedInKeycloakIsCopiedWithThePage() {
        UserId user = new UserId("zoe");
        play.people.put(user, new Profile("zoe", "Zoe", "Zimmer", null));
        play.members.joined(SERVER, play.realm, play.acme.id(), user);
        play.people.put(user, new Profile("zoe", "Zoe", "Abel", null));
        assertEquals("zimmer zoe", last().teammate().copied().sortName());
        assertEquals(
                "Zoe Abel",
                play.members.get(admin, play.acme, user).profile().orElseThrow().displayName());
        assertEquals(
                user,
                play.members
                        .list(admin, play.acme, TeammateQuery.EVERYBODY, all())
                        .items()
                        .get(0)
                        .teammate()
                        .user());
    }

    @Test
    @Tag("MATE-2")
    void aRoleChangeRaisesTheTeammatesCounterAndStaleOnesAreRefused() {
        play.teammate(play.acme, "paul", "analyst");
        UserId paul = new UserId("paul");
        String read = play.members.get(admin, play.acme, paul).teammate().version();
        Listed changed = play.members.assignRole(admin, play.acme, paul, "consumer", Expected.of('"' + read + '"'));
        assertEquals("consumer", changed.teammate().role().key());
        assertEquals("Consumer", changed.roleName());
        refused(
                ProblemCode.STALE,
                () -> play.members.assignRole(admin, play.acme, paul, "architect", Expected.of('"' + read + '"')));
        assertEquals("consumer", roleOf("paul"));
    }

    @Test
    @Tag("MATE-2")
    void aRoleThatIsNoneOfTheWorkspaceIsRefused() {
        play.teammate(play.acme, "paul", "analyst");
        UserId paul = new UserId("paul");
        refused(ProblemCode.VALIDATION, () -> play.members.assignRole(admin, play.acme, paul, "owner", Expected.any()));
        refused(
                ProblemCode.NOT_FOUND,
                () -> play.members.assignRole(admin, play.acme, new UserId("nobody"), "consumer", Expected.any()));
        play.members.assignRole(admin, play.acme, paul, "consumer", Expected.any());
        assertEquals("consumer", roleOf("paul"));
    }

    @Test
    @Tag("MATE-2")
    void nobodyGivesOrTakesMoreThanTheyHold() {
        Role lead = play.roles.create(
                admin, play.acme, new RoleDraft("Lead", "", "analyst", Play.keys("teammates.manage"), List.of()));
        Caller leader = play.teammate(play.acme, "lena", lead.key());
        play.teammate(play.acme, "paul", "consumer");
        UserId paul = new UserId("paul");
        refused(ProblemCode.CEILING, () -> play.members.assignRole(leader, play.acme, paul, "admin", Expected.any()));
        play.members.assignRole(leader, play.acme, paul, "analyst", Expected.any());
        assertEquals("analyst", roleOf("paul"));
        refused(
                ProblemCode.CEILING,
                () -> play.members.assignRole(leader, play.acme, new UserId("ada"), "consumer", Expected.any()));
        assertEquals("admin", roleOf("ada"));
        play.members.assignRole(admin, play.acme, paul, "admin", Expected.any());
        assertEquals("admin", roleOf("paul"));
    }

    @Test
    @Tag("MATE-2")
    void whoeverLosesTheRightWhileWaitingChangesNothing() {
        play.teammate(play.acme, "paul", "analyst");
        UserId paul = new UserId("paul");
        UserId ada = new UserId("ada");
        play.workspaceStore.whileWaiting(
                () -> play.members.assignRole(SERVER, play.acme, ada, "architect", Expected.any()));
        refused(
                ProblemCode.FORBIDDEN,
                () -> play.members.assignRole(admin, play.acme, paul, "consumer", Expected.any()));
        assertEquals("analyst", roleOf("paul"));
        assertEquals("architect", roleOf("ada"), "the other one came between");
        play.members.assignRole(SERVER, play.acme, ada, "admin", Expected.any());
        play.workspaceStore.whileWaiting(() -> {});
        play.members.assignRole(admin, play.acme, paul, "consumer", Expected.any());
        assertEquals("consumer", roleOf("paul"));
    }

    @Test
    @Tag("REALM-5")
    void whoeverWaitsForAWorkspaceThatGoesFindsNoneAndLeavesNothing() {
        play.teammate(play.acme, "paul", "analyst");
        UserId paul = new UserId("paul");
        play.workspaceStore.whileWaiting(() -> goes(play.acme));
        refused(
                ProblemCode.NOT_FOUND,
                () -> play.members.assignRole(SERVER, play.acme, paul, "consumer", Expected.any()));

        play.teammate(play.beta, "paul", "analyst");
        assertTrue(play.workspaceStore.hasRow(play.beta));
        play.workspaceStore.whileWaiting(() -> goes(play.beta));
        play.members.left(SERVER, play.realm, play.beta.id(), paul);
        assertFalse(play.workspaceStore.hasRow(play.beta));
    }

    private void goes(Workspace workspace) {
        play.workspaceStore.remove(workspace);
        play.workspaceStore.removeAll(workspace.id());
    }

    @Test
    void nothingIsChangedOverAConnectionOnWhichTwoCouldUndoEachOther() {
        play.teammate(play.acme, "paul", "analyst");
        UserId paul = new UserId("paul");
        play.members.assignRole(admin, play.acme, paul, "consumer", Expected.any());
        play.workspaceStore.readFromSnapshots();
        refused(
                ProblemCode.NOT_READY,
                () -> play.members.assignRole(admin, play.acme, paul, "analyst", Expected.any()));
        assertEquals("consumer", roleOf("paul"));
    }

    @Test
    void whoJoinsHasTheDefaultRoleAndWhoComesBackANewerCounter() {
        UserId user = new UserId("rita");
        play.members.joined(SERVER, play.realm, play.acme.id(), user);
        assertEquals("read-only", roleOf("rita"));
        play.members.assignRole(admin, play.acme, user, "analyst", Expected.any());
        long epoch = teammate("rita").epoch();
        play.members.left(SERVER, play.realm, play.acme.id(), user);
        assertTrue(play.memberStore.find(play.acme.id(), user).isEmpty());
        play.members.joined(SERVER, play.realm, play.acme.id(), user);
        assertEquals("read-only", roleOf("rita"));
        assertTrue(teammate("rita").epoch() > epoch);
        assertFalse(play.access.in(play.realm, play.acme.id(), user).isEmpty());
    }

    @Test
    @Tag("AUDIT-3")
    void whoJoinsAndLeavesIsSaidOnce() {
        UserId user = new UserId("rita");
        RoleRef reader = new RoleRef.OfPreset("read-only");
        play.events.clear();
        play.members.joined(SERVER, play.realm, play.acme.id(), user);
        play.members.joined(SERVER, play.realm, play.acme.id(), user);
        assertEquals(
                List.of(new TeammateJoined(play.realm, play.acme.id(), user, reader, Source.KEYCLOAK)), play.events);
        play.events.clear();
        play.members.left(SERVER, play.realm, play.acme.id(), user);
        play.members.left(SERVER, play.realm, play.acme.id(), user);
        assertEquals(List.of(new TeammateLeft(play.realm, play.acme.id(), user, reader)), play.events);
    }

    private String roleOf(String user) {
        return teammate(user).role().key();
    }

    private Teammate teammate(String user) {
        return play.members.get(SERVER, play.acme, new UserId(user)).teammate();
    }

    private Listed last() {
        List<Listed> items = play.members
                .list(admin, play.acme, TeammateQuery.EVERYBODY, all())
                .items();
        return items.get(items.size() - 1);
    }

    private static PageRequest all() {
        return PageRequest.of(null, null, 3);
    }
}
