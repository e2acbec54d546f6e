// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.PermissionKey;
import io.roster.workspaces.binding.Bindings;
import io.roster.workspaces.binding.Client;
import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.fakes.RealmRights;
import io.roster.workspaces.member.MembersAdopted;
import io.roster.workspaces.member.NewRole;
import io.roster.workspaces.member.TeammateLeft;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Origin;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.realm.RosterSwitched;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleChange;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AUDIT-1")
class RecorderTest {

    private static final PermissionKey EXPORT = new PermissionKey("charts.export");
    private static final UserId PAUL = new UserId("paul");

    private final Play play = new Play();
    private final Caller.Person admin = play.teammate(play.acme, "ada", "admin");
    private int seen = play.auditStore.of(play.acme.id()).size();

    @Test
    void aRoleThatSomebodyGivesIsWrittenDownWithAllThatIsKnown() {
        play.teammate(play.acme, "paul", "analyst");
        seen = play.auditStore.of(play.acme.id()).size();
        play.origin = request(Origin.Kind.TOKEN, "ada");
        play.members.assignRole(admin, play.acme, PAUL, "consumer", Expected.any());
        assertEquals(
                new Entry(
                        play.realm,
                        Optional.of(play.acme.id()),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        new Action("teammate.role-changed"),
                        Actor.person("ada"),
                        new Subject("teammate", "paul"),
                        Optional.of(new State("{\"role\":\"analyst\"}")),
                        Optional.of(new State("{\"role\":\"consumer\"}")),
                        "manual",
                        Optional.of("app"),
                        Optional.of("192.0.2.7")),
                only());
    }

    @Test
    void whatIsRefusedOrChangesNothingLeavesNoEntry() {
        Caller plain = play.teammate(play.acme, "paul", "analyst");
        seen = play.auditStore.of(play.acme.id()).size();
        refused(
                ProblemCode.FORBIDDEN,
                () -> play.roles.toggle(plain, play.acme, "analyst", EXPORT, false, Expected.any()));
        refused(
                ProblemCode.STALE,
                () -> play.roles.toggle(admin, play.acme, "analyst", EXPORT, false, Expected.of("\"old\"")));
        play.roles.toggle(admin, play.acme, "analyst", EXPORT, true, Expected.any());
        play.roles.reset(admin, play.acme, "analyst", Expected.any());
        play.members.assignRole(admin, play.acme, PAUL, "analyst", Expected.any());
        assertEquals(List.of(), fresh());
        play.roles.toggle(admin, play.acme, "analyst", EXPORT, false, Expected.any());
        assertEquals(Action.ROLE_CHANGED, only().action());
    }

    @Test
    void theActionSaysWhatWasDoneToARole() {
        Role made = play.roles.create(
                admin, play.acme, new RoleDraft("Steward", "", "analyst", List.of(), List.of(EXPORT)));
        assertEquals(Action.ROLE_CREATED, only().action());
        assertEquals("Steward", only().after().orElseThrow().fields().get("name"));
        assertTrue(only().before().isEmpty());
        assertEquals(Action.ROLE_RENAMED, edit("analyst", "Data Analyst", Optional.empty(), Optional.empty()));
        assertEquals(Action.ROLE_CHANGED, edit("analyst", "Data Analyst", Optional.of("What"), Optional.empty()));
        assertEquals(Action.ROLE_CHANGED, edit("analyst", "Analyst 2", Optional.of("Which"), Optional.empty()));
        assertEquals(Action.ROLE_CHANGED, edit("consumer", "Consumer", Optional.empty(), Optional.of(true)));
        assertTrue((boolean) only().after().orElseThrow().fields().get("hidden"));
        mark();
        play.roles.delete(admin, play.acme, made.key(), Optional.empty(), Expected.any());
        assertEquals(Action.ROLE_DELETED, only().action());
        assertEquals(new Subject("role", made.key()), only().subject());
        assertTrue(only().after().isEmpty());
    }

    @Test
    void aResetIsToldFromAnEditThatComesToTheSame() {
        Role original = play.roles.get(admin, play.acme, "analyst");
        edit("analyst", "Data Analyst", Optional.empty(), Optional.empty());
        assertEquals(Action.ROLE_RENAMED, edit("analyst", original.name().text(), Optional.empty(), Optional.empty()));
        assertFalse(play.roles.get(admin, play.acme, "analyst").edited());
        edit("analyst", "Data Analyst", Optional.empty(), Optional.empty());
        mark();
        play.roles.reset(admin, play.acme, "analyst", Expected.any());
        assertEquals(Action.ROLE_RESET, only().action());
        assertEquals("Data Analyst", only().before().orElseThrow().fields().get("name"));
        assertEquals("Analyst", only().after().orElseThrow().fields().get("name"));
    }

    @Test
    void anAdministratorOfAnotherRealmIsKnownByBoth() {
        Caller administrator = new Caller.Administrator("root", Administrators.ALL);
        play.origin = new Origin(
                Origin.Kind.TOKEN,
                Optional.of("root"),
                Optional.of("master"),
                Optional.of("admin-cli"),
                Optional.empty());
        play.roles.toggle(administrator, play.acme, "analyst", EXPORT, false, Expected.any());
        assertEquals(Actor.administrator("root", Optional.of(new RealmId("master"))), only().actor());
        assertEquals(Optional.of("admin-cli"), only().client());
        mark();
        play.origin = request(Origin.Kind.TOKEN, "root");
        play.roles.toggle(administrator, play.acme, "analyst", EXPORT, true, Expected.any());
        assertEquals(Actor.administrator("root", Optional.empty()), only().actor());
    }

    @Test
    void whatKeycloakDoesIsWrittenDownAsWhoeverAskedForIt() {
        play.origin = request(Origin.Kind.TOKEN, "root");
        join();
        assertEquals(Action.TEAMMATE_JOINED, only().action());
        assertEquals(Actor.administrator("root", Optional.empty()), only().actor());
        assertEquals("keycloak", only().source());
        assertEquals(Optional.of("console"), only().client());
        mark();
        leave();
        assertEquals(Action.TEAMMATE_REMOVED, only().action());
        assertEquals("keycloak", only().source());
        assertEquals(Optional.of(new State("{\"role\":\"read-only\"}")), only().before());

        mark();
        play.origin = request(Origin.Kind.SIGN_IN, "paul");
        join();
        assertEquals(Actor.person("paul"), only().actor());
        leave();
        mark();
        play.origin = request(Origin.Kind.SIGN_IN, null);
        join();
        assertEquals(Actor.person("paul"), only().actor(), "who registers isn't signed in yet");
        leave();
        mark();
        play.origin = Origin.NONE;
        join();
        assertEquals(Actor.SERVER, only().actor());
        assertEquals(Optional.empty(), only().client());
        assertEquals(Optional.empty(), only().address());
    }

    @Test
    void rolesThatComeWithAnImportSaySo() {
        play.roles.create(SERVER, play.acme, new RoleDraft("Steward", "", "analyst", List.of(), List.of()));
        assertEquals("import", only().source());
        play.teammate(play.acme, "bea", "admin");
        mark();
        play.members.importRole(SERVER, play.acme, new UserId("ada"), "architect");
        assertEquals("import", only().source());
    }

    @Test
    @Tag("MATE-5")
    void whatEndsByItselfIsNobodysInWhoeversRequestItComesToLight() {
        play.teammate(play.acme, "paul", "analyst");
        NewRole until = new NewRole("architect", Optional.of(play.now.plusSeconds(1)), Optional.of("analyst"));
        play.members.assignRole(admin, play.acme, PAUL, until, Expected.any());
        play.now = play.now.plusSeconds(1);
        play.origin = request(Origin.Kind.TOKEN, "ada");
        mark();
        play.members.assignRole(admin, play.acme, PAUL, "consumer", Expected.any());
        List<Entry> said = fresh();
        Entry ended = said.stream()
                .filter(entry -> entry.action().key().equals("teammate.role-ended"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, said.size());
        assertEquals(Actor.SERVER, ended.actor());
        assertEquals(Optional.empty(), ended.client());
        assertEquals(Optional.empty(), ended.address());
        assertEquals("manual", ended.source());
    }

    @Test
    void whatIsTheRealmsIsNoWorkspaces() {
        Recorder recorder = new Recorder(play.auditStore, () -> Origin.NONE, () -> Instant.EPOCH);
        Caller administrator = new Caller.Administrator("root", Administrators.ALL);
        recorder.publish(administrator, new RosterSwitched(play.realm, true));
        recorder.publish(administrator, new MembersAdopted(play.realm, 12));
        recorder.publish(SERVER, new RosterSwitched(play.realm, false));
        List<Entry> entries = ofRealm();
        assertEquals(
                List.of(Action.SWITCHED_OFF, Action.MEMBERS_ADOPTED, Action.SWITCHED_ON),
                entries.stream().map(Entry::action).toList());
        assertEquals(
                List.of("keycloak", "default", "manual"),
                entries.stream().map(Entry::source).toList());
        assertEquals(
                Map.of("teammates", 12), entries.get(1).after().orElseThrow().fields());
        assertEquals(
                Map.of("enabled", true), entries.get(0).before().orElseThrow().fields());
        assertEquals(List.of(), fresh());
    }

    @Test
    void aBindingIsAnEntryInEachWorkspaceThatItNamesAndOfTheRealmWhereItNamesAll() {
        Caller manager = RealmRights.manager();
        Client robot = play.clients.add("robot", true);
        bind(manager, null, "acme", "beta");
        assertEquals(Action.CLIENT_BOUND, only().action());
        assertEquals(new Subject("client", robot.id().value()), only().subject());
        assertEquals(Optional.of(new State("{\"client\":\"robot\"}")), only().after());
        assertEquals("manual", only().source());
        assertEquals(1, play.auditStore.of(play.beta.id()).size());
        assertEquals(List.of(), ofRealm());
        mark();
        bind(manager, null, "acme");
        assertEquals(List.of(), fresh(), "nothing changed here");
        assertEquals(
                Action.CLIENT_UNBOUND, play.auditStore.of(play.beta.id()).get(1).action());
        bind(manager, true);
        assertEquals(Action.CLIENT_UNBOUND, only().action());
        assertEquals(Optional.of(new State("{\"all\":true}")), only().after());
        assertEquals(Action.CLIENT_BOUND, ofRealm().get(0).action());
        assertEquals(
                Optional.of(new State("{\"client\":\"robot\",\"all\":true}")),
                ofRealm().get(0).after());
        mark();
        play.bindings.unbind(manager, play.realm, "robot", Expected.any());
        assertEquals(List.of(), fresh());
        assertEquals(Action.CLIENT_UNBOUND, ofRealm().get(0).action());
        assertEquals(2, ofRealm().size());
    }

    @Test
    void aClientThatGoesIsUnboundByWhoeverDeletedIt() {
        Client robot = play.clients.add("robot", true);
        bind(RealmRights.manager(), null, "acme");
        mark();
        play.origin = request(Origin.Kind.TOKEN, "root");
        play.bindings.removed(SERVER, play.realm, robot);
        assertEquals(Action.CLIENT_UNBOUND, only().action());
        assertEquals(Actor.administrator("root", Optional.empty()), only().actor());
        assertEquals("keycloak", only().source());
    }

    @Test
    void aServiceAccountIsAnActorOfItsOwnKind() {
        play.origin = request(Origin.Kind.TOKEN, "robots-user");
        Recorder recorder = new Recorder(play.auditStore, () -> play.origin, () -> Instant.EPOCH);
        recorder.publish(
                new Caller.ServiceAccount("robot", "robots-id", "robots-user"),
                new TeammateLeft(play.realm, play.acme.id(), PAUL, new RoleRef.OfPreset("analyst")));
        assertEquals(Actor.serviceAccount("robots-user"), only().actor());
        assertEquals("service-account", only().actor().kind().key());
        assertEquals(Actor.Kind.SERVICE_ACCOUNT, Actor.Kind.of("service-account"));
        assertEquals(Optional.of("robot"), only().client());
        assertEquals("manual", only().source());
    }

    private void bind(Caller caller, Boolean all, String... workspaces) {
        play.bindings.bind(caller, play.realm, "robot", new Bindings.Wanted(all, List.of(workspaces)), Expected.any());
    }

    private List<Entry> ofRealm() {
        return play.auditStore.page(play.realm, 10, OptionalLong.empty()).stream()
                .map(Recorded::entry)
                .toList();
    }

    private Action edit(String key, String name, Optional<String> description, Optional<Boolean> hidden) {
        mark();
        Role role = play.roles.get(admin, play.acme, key);
        List<PermissionKey> permissions =
                play.catalogues.of(play.realm).permissions().keys(role.permissions());
        play.roles.edit(admin, play.acme, key, new RoleChange(name, description, permissions, hidden), Expected.any());
        return only().action();
    }

    private void join() {
        play.members.joined(SERVER, play.realm, play.acme.id(), PAUL);
    }

    private void leave() {
        play.members.left(SERVER, play.realm, play.acme.id(), PAUL);
    }

    private static Origin request(Origin.Kind kind, String user) {
        return new Origin(
                kind,
                Optional.ofNullable(user),
                Optional.of("realm"),
                Optional.of("console"),
                Optional.of("192.0.2.7"));
    }

    private void mark() {
        seen = play.auditStore.of(play.acme.id()).size();
    }

    private List<Entry> fresh() {
        List<Entry> all = play.auditStore.of(play.acme.id());
        return all.subList(seen, all.size());
    }

    private Entry only() {
        assertEquals(1, fresh().size(), fresh().toString());
        return fresh().get(0);
    }
}
