// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.PermissionKey;
import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.member.Profile;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Origin;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.realm.RosterSwitched;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AUDIT-1")
class AuditLogTest {

    private static final PermissionKey EXPORT = new PermissionKey("charts.export");
    private static final UserId PAUL = new UserId("paul");

    private final Play play = new Play();
    private final Caller.Person admin = play.teammate(play.acme, "ada", "admin");
    private final Caller.Person plain = play.teammate(play.acme, "paul", "analyst");
    private final Caller.Person other = play.teammate(play.beta, "bea", "admin");

    @Test
    void onlyWhoManagesTeammatesReadsAndOnlyTheirOwnWorkspace() {
        refused(ProblemCode.FORBIDDEN, () -> play.audit.list(plain, play.acme, all()));
        refused(ProblemCode.NOT_FOUND, () -> play.audit.list(other, play.acme, all()));
        refused(ProblemCode.FORBIDDEN, () -> play.audit.list(administrator(), play.acme, all()));
        List<ListedEntry> entries = list(admin, play.acme);
        assertEquals(4, entries.size());
        assertTrue(entries.stream()
                .allMatch(entry -> entry.recorded().entry().workspace().equals(Optional.of(play.acme.id()))));
        assertEquals(4, list(administrator("viewsOrganization"), play.acme).size());
        assertEquals(2, list(other, play.beta).size());
    }

    @Test
    void pagesHoldEveryEntryOnceNewestFirst() {
        IntStream.range(0, 20)
                .forEach(number ->
                        play.roles.toggle(admin, play.acme, "analyst", EXPORT, number % 2 == 1, Expected.any()));
        List<Long> ids = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<ListedEntry> page = play.audit.list(admin, play.acme, new PageRequest(7, after));
            page.items().forEach(entry -> ids.add(entry.recorded().id()));
            after = page.next();
        } while (after.isPresent());
        assertEquals(24, ids.size());
        assertEquals(
                ids.stream().sorted((a, b) -> Long.compare(b, a)).distinct().toList(), ids);
        refused(
                ProblemCode.VALIDATION,
                () -> play.audit.list(admin, play.acme, new PageRequest(7, Optional.of(Cursor.of("one")))));
    }

    @Test
    void namesAreWhatTheyAreNowAndNeverAddressesOfMail() {
        Role made = play.roles.create(admin, play.acme, new RoleDraft("Old", "", "analyst", List.of(), List.of()));
        play.members.assignRole(admin, play.acme, PAUL, made.key(), Expected.any());
        play.people.put(PAUL, new Profile("paul", "Paula", "Sample", "paula@example.com"));
        ListedEntry given = list(admin, play.acme).get(0);
        assertEquals(Optional.of("ada Sample"), given.actorName());
        assertEquals(Optional.of("Paula Sample"), given.subjectName());
        assertEquals(Optional.of("Old"), list(admin, play.acme).get(1).subjectName());
        play.people.put(PAUL, new Profile("paula@example.com", null, null, "paula@example.com"));
        assertEquals(Optional.empty(), list(admin, play.acme).get(0).subjectName());
        play.people.remove(PAUL);
        assertEquals(Optional.empty(), list(admin, play.acme).get(0).subjectName());
        assertEquals(
                "paul",
                list(admin, play.acme).get(0).recorded().entry().subject().id());
    }

    @Test
    void permissionsAreReadAsKeys() {
        play.roles.toggle(admin, play.acme, "consumer", EXPORT, false, Expected.any());
        ListedEntry changed = list(admin, play.acme).get(0);
        assertTrue(((List<?>) changed.before().orElseThrow().get("permissions")).contains("charts.export"));
        assertEquals(7, ((List<?>) changed.after().orElseThrow().get("permissions")).size());
    }

    @Test
    void ofAnAdministratorPeopleOfTheWorkspaceSeeThatItWasOneAndTheId() {
        play.people.put(new UserId("root"), new Profile("root", "Rhea", "Root", null));
        play.origin = request("root", "realm");
        play.roles.toggle(
                new Caller.Administrator("root", Administrators.ALL),
                play.acme,
                "analyst",
                EXPORT,
                false,
                Expected.any());
        ListedEntry seen = list(admin, play.acme).get(0);
        assertEquals(
                Actor.administrator("root", Optional.empty()),
                seen.recorded().entry().actor());
        assertEquals(Optional.empty(), seen.actorName());
        assertEquals(Optional.empty(), seen.client());
        assertEquals(Optional.empty(), seen.address());

        ListedEntry known = list(administrator("viewsOrganization", "viewsEvents"), play.acme)
                .get(0);
        assertEquals(Optional.of("Rhea Root"), known.actorName());
        assertEquals(Optional.of("console"), known.client());
        assertEquals(Optional.of("192.0.2.7"), known.address());

        play.origin = request("ada", "realm");
        play.roles.toggle(admin, play.acme, "analyst", EXPORT, true, Expected.any());
        ListedEntry own = list(admin, play.acme).get(0);
        assertEquals(Optional.of("ada Sample"), own.actorName());
        assertEquals(Optional.of("app"), own.client());
        assertEquals(Optional.of("192.0.2.7"), own.address());
    }

    @Test
    void anAdministratorSeesTheNamesOfWhomTheyMayViewAndAddressesWithTheRightToViewEvents() {
        play.origin = request("ada", "realm");
        play.members.assignRole(admin, play.acme, PAUL, "consumer", Expected.any());
        ListedEntry seen = play.audit
                .list(
                        new Caller.Administrator(
                                "root", new Administrators(Set.of("viewsOrganization"), Set.of("paul"))),
                        play.acme,
                        all())
                .items()
                .get(0);
        assertEquals(Optional.empty(), seen.actorName());
        assertEquals(Optional.of("paul Sample"), seen.subjectName());
        assertEquals(Optional.of("app"), seen.client());
        assertEquals(Optional.empty(), seen.address());
    }

    @Test
    void anAdministratorOfAnotherRealmHasNoNameHere() {
        play.people.put(new UserId("root"), new Profile("root", "Somebody", "Else", null));
        play.origin = request("root", "master");
        play.members.joined(SERVER, play.realm, play.acme.id(), new UserId("zoe"));
        ListedEntry seen = list(administrator("viewsOrganization"), play.acme).get(0);
        assertEquals(Optional.of("master"), seen.actorRealm());
        assertEquals(Optional.empty(), seen.actorName());
        assertEquals(Optional.empty(), list(admin, play.acme).get(0).actorRealm());
    }

    @Test
    void whatIsTheRealmsIsForWhoeverViewsTheRealm() {
        new Recorder(play.auditStore, () -> request("root", "realm"), () -> Instant.EPOCH)
                .publish(SERVER, new RosterSwitched(play.realm, true));
        refused(ProblemCode.FORBIDDEN, () -> play.audit.list(admin, play.realm, all()));
        refused(ProblemCode.FORBIDDEN, () -> play.audit.list(administrator("viewsOrganization"), play.realm, all()));
        List<ListedEntry> entries =
                play.audit.list(administrator("viewsRealm"), play.realm, all()).items();
        assertEquals(1, entries.size());
        assertEquals(Action.SWITCHED_ON, entries.get(0).recorded().entry().action());
    }

    @Test
    void whoIsErasedLeavesTheIdAlone() {
        play.origin = request("paul", "realm");
        play.members.joined(SERVER, play.realm, play.beta.id(), PAUL);
        play.origin = request("bea", "realm");
        play.members.left(SERVER, play.realm, play.beta.id(), PAUL);
        play.people.remove(PAUL);
        play.auditStore.forgetAddresses(PAUL);
        List<ListedEntry> entries = list(administrator("viewsOrganization", "viewsEvents"), play.beta);
        assertEquals(Optional.of("192.0.2.7"), entries.get(0).address(), "that is somebody else's");
        assertEquals(Optional.empty(), entries.get(1).address());
        assertEquals(Optional.empty(), entries.get(1).subjectName());
        assertEquals("paul", entries.get(1).recorded().entry().subject().id());
    }

    private List<ListedEntry> list(Caller caller, Workspace workspace) {
        return play.audit.list(caller, workspace, all()).items();
    }

    private static Caller administrator(String... rights) {
        return new Caller.Administrator("viewer", new Administrators(Set.of(rights), null));
    }

    private static Origin request(String user, String realm) {
        return new Origin(
                Origin.Kind.TOKEN,
                Optional.of(user),
                Optional.of(realm),
                Optional.of("console"),
                Optional.of("192.0.2.7"));
    }

    private static PageRequest all() {
        return PageRequest.of(null, null, 1);
    }
}
