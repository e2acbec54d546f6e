// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import static io.roster.workspaces.fakes.Play.SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Holder;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.access.Project;
import io.roster.access.RoleAssignment;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the answers remember, and when they read again. */
@Tag("CLAIM-1")
class EffectiveAccessTest {

    private static final PermissionKey EXPORT = new PermissionKey("charts.export");
    private static final UserId ANN = new UserId("ann");

    private final Play play = new Play();

    @Test
    void theSecondAnswerReadsNothing() {
        play.teammate(play.acme, "ann", "analyst");
        assertEquals("analyst", named("acme").orElseThrow().role());
        int reads = play.accessStore.reads();
        assertEquals("analyst", named("acme").orElseThrow().role());
        assertEquals("analyst", in(play.acme).orElseThrow().role());
        assertEquals(reads, play.accessStore.reads());
        assertEquals("analyst", only().orElseThrow().role());
        assertEquals(reads + 1, play.accessStore.reads(), "in which workspaces she is");
        assertEquals("analyst", only().orElseThrow().role());
        assertEquals(reads + 1, play.accessStore.reads());
    }

    @Test
    void aChangeOfRoleOrOfTheRoleShowsInTheNextAnswer() {
        play.teammate(play.acme, "ann", "analyst");
        assertTrue(exports());
        play.roles.toggle(SERVER, play.acme, "analyst", EXPORT, false, Expected.any());
        assertFalse(exports());
        play.roles.reset(SERVER, play.acme, "analyst", Expected.any());
        assertTrue(exports());
        play.members.assignRole(SERVER, play.acme, ANN, "architect", Expected.any());
        assertEquals("architect", named("acme").orElseThrow().role());
    }

    @Test
    void aRoleOfAnotherWorkspaceIsNoReasonToReadAgain() {
        play.teammate(play.acme, "ann", "analyst");
        assertTrue(exports());
        int reads = play.accessStore.reads();
        play.roles.toggle(SERVER, play.beta, "analyst", EXPORT, false, Expected.any());
        assertTrue(exports());
        assertEquals(reads, play.accessStore.reads());
    }

    @Test
    void whoLeavesHasNothingAndWhoComesBackHasSomething() {
        play.teammate(play.acme, "ann", "analyst");
        assertTrue(only().isPresent());
        play.members.left(SERVER, play.realm, play.acme.id(), ANN);
        assertEquals(Optional.empty(), in(play.acme));
        assertEquals(Optional.empty(), only());
        play.members.joined(SERVER, play.realm, play.acme.id(), ANN);
        assertEquals("read-only", in(play.acme).orElseThrow().role());
        assertEquals("read-only", only().orElseThrow().role());
        play.members.joined(SERVER, play.realm, play.beta.id(), ANN);
        assertEquals(Optional.empty(), only(), "there are two now");
    }

    @Test
    void aDisabledOrganizationGivesNothingThoughNobodySaysSo() {
        play.teammate(play.acme, "ann", "analyst");
        play.teammate(play.beta, "ann", "analyst");
        assertTrue(in(play.acme).isPresent());
        assertEquals(Optional.empty(), only());
        play.workspaceStore.enable(play.acme.id(), false);
        assertEquals(Optional.empty(), in(play.acme));
        assertEquals(Optional.empty(), named("acme"));
        assertEquals("beta", only().orElseThrow().alias());
        play.workspaceStore.enable(play.acme.id(), true);
        assertTrue(named("acme").isPresent());
        assertEquals(Optional.empty(), only());
    }

    @Test
    void anAliasThatComesBackMeansTheNewOrganization() {
        play.teammate(play.acme, "ann", "analyst");
        assertTrue(named("acme").isPresent());
        play.workspaceStore.remove(play.acme);
        assertEquals(Optional.empty(), named("acme"));
        Workspace again = play.workspaceStore.add("another-id", "acme", play.realm);
        play.teammate(again, "ann", "consumer");
        assertEquals("consumer", named("acme").orElseThrow().role());
        assertEquals(again.id(), named("acme").orElseThrow().workspace());
    }

    @Test
    void whoeverIsInVeryManyWorkspacesIsLookedUpAnew() {
        for (int i = 0; i < 60; i++) {
            play.teammate(play.workspaceStore.add("many" + i, play.realm), "ann", "consumer");
            play.workspaceStore.enable(new WorkspaceId("id-many" + i), i == 7);
        }
        assertEquals("many7", only().orElseThrow().alias());
        play.workspaceStore.enable(new WorkspaceId("id-many8"), true);
        assertEquals(Optional.empty(), only());
    }

    @Test
    @Tag("MATE-5")
    void anEndPassesWithoutReading() {
        Instant end = Instant.parse("2026-01-01T12:00:00Z");
        RealmCatalogue catalogue = play.catalogues.of(play.realm);
        PermissionSet more = catalogue.preset("architect").orElseThrow().permissions();
        PermissionSet less = catalogue.preset("consumer").orElseThrow().permissions();
        Holder holder = new Holder(
                true,
                new RoleAssignment(more, Optional.of(end), less),
                List.of(),
                List.of(),
                List.of(new Project(Project.MAIN, true, false)));
        play.teammate(play.acme, "ann", "architect");
        AccessStore.Membership read = play.accessStore.find(play.acme.id(), ANN).orElseThrow();
        AccessStore.WrittenRole next = new AccessStore.WrittenRole("consumer", true, null, null, null);
        Standing standing = Standing.of(
                new AccessStore.Membership(
                        read.workspace(),
                        read.alias(),
                        read.user(),
                        true,
                        true,
                        read.role(),
                        Optional.of(end),
                        Optional.of(next),
                        Optional.empty(),
                        Optional.empty(),
                        read.counters(),
                        read.revision()),
                catalogue,
                holder,
                end.minusSeconds(60));
        assertSame(standing, standing.at(end.minusMillis(1)));
        assertEquals(more, standing.effective().workspace());
        assertEquals("architect", standing.role());
        Standing after = standing.at(end);
        assertEquals(less, after.effective().workspace());
        assertEquals("consumer", after.role());
        assertSame(after, after.at(end.plusSeconds(3600)));
    }

    private boolean exports() {
        Standing standing = named("acme").orElseThrow();
        return standing.catalogue()
                .permissions()
                .keys(standing.effective().workspace())
                .contains(EXPORT);
    }

    private Optional<Standing> named(String alias) {
        return play.access.named(play.realm, alias, ANN);
    }

    private Optional<Standing> in(Workspace workspace) {
        return play.access.in(play.realm, workspace.id(), ANN);
    }

    private Optional<Standing> only() {
        return play.access.inOnly(play.realm, ANN);
    }
}
