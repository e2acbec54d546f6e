// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.PermissionKey;
import io.roster.workspaces.audit.ListedEntry;
import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.fakes.RealmRights;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleChange;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.role.RoleUse;
import io.roster.workspaces.setting.Settings.Wanted;
import io.roster.workspaces.workspace.UserId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("REALM-3")
class SettingsTest {

    private static final Wanted NOTHING = new Wanted(null, null, null, null, null);

    private final Play play = new Play();
    private final Caller ada = play.teammate(play.acme, "ada", "admin");
    private final Caller manager = RealmRights.manager();
    private final Caller boss = new Caller.Administrator("boss", Administrators.ALL);

    @Test
    void whatNobodySaysIsRostersOwn() {
        SettingSheet sheet = play.settings.get(ada, play.acme);
        assertEquals(Chosen.NOTHING, sheet.own());
        assertEquals(Effective.USUAL, sheet.effective());
        assertEquals("read-only", sheet.effective().defaultRole().key());
        assertEquals(Duration.ofDays(30), sheet.effective().invitationLife());
        assertTrue(sheet.effective().overrides());
        assertEquals("", sheet.effective().contact());
        assertEquals(List.of("production", "development"), sheet.effective().environments());
    }

    @Test
    void whatAWorkspaceSaysGoesBeforeWhatTheRealmSays() {
        save(new Wanted("consumer", "P14D", false, "Ask the realm", List.of("staging", "production")));
        Effective inherited = play.settings.of(play.acme);
        assertEquals("consumer", inherited.defaultRole().key());
        assertEquals(Duration.ofDays(14), inherited.invitationLife());
        assertFalse(inherited.overrides());
        assertEquals("Ask the realm", inherited.contact());
        assertEquals(List.of("staging", "production"), inherited.environments());

        set(new Wanted("analyst", "PT12H", true, "", List.of("production")));
        Effective own = play.settings.of(play.acme);
        assertEquals("analyst", own.defaultRole().key());
        assertEquals(Duration.ofHours(12), own.invitationLife());
        assertTrue(own.overrides());
        assertEquals("", own.contact(), "the empty text is one of its own");
        assertEquals(List.of("production"), own.environments());
        assertEquals(inherited, play.settings.of(play.beta));

        set(NOTHING);
        assertEquals(inherited, play.settings.of(play.acme));
        save(NOTHING);
        assertEquals(Effective.USUAL, play.settings.of(play.acme));
    }

    @Test
    void whatCantBeSetIsSaid() {
        for (String life : List.of("PT59M59S", "P90DT1S", "P1M", "30", "-P1D", "PT1H0.5S", "")) {
            refusedIn("invitationLife", new Wanted(null, life, null, null, null));
        }
        for (String life : List.of("PT1H", "P90D", "p2d", "PT1H30M")) {
            set(new Wanted(null, life, null, null, null));
        }
        refusedIn("contact", new Wanted(null, null, null, "x".repeat(501), null));
        refusedIn("contact", new Wanted(null, null, null, "a\u202Eb", null));
        set(new Wanted(null, null, null, "a\r\n" + "x".repeat(498), null));
        for (List<String> keys : List.<List<String>>of(
                List.of(),
                List.of("development"),
                List.of("production", "Staging"),
                List.of("production", "production"),
                List.of("production", "x".repeat(64)),
                List.of("production", "-x"),
                List.of("production", ""),
                Arrays.asList("production", null),
                IntStream.range(0, 16)
                        .mapToObj(i -> i == 0 ? "production" : "env" + i)
                        .toList())) {
            refusedIn("environments", new Wanted(null, null, null, null, keys));
        }
        set(new Wanted(null, null, null, null, List.of("x".repeat(63), "production")));
        refusedIn("defaultRole", new Wanted("nobody", null, null, null, null));
        refusedIn("defaultRole", new Wanted("", null, null, null, null));
        Problem custom =
                refused(ProblemCode.VALIDATION, () -> save(new Wanted(steward().key(), null, null, null, null)));
        assertTrue(custom.getMessage().startsWith("defaultRole"), custom.getMessage());
        save(new Wanted("consumer", null, null, null, null));
    }

    @Test
    void aHiddenRoleIsNoDefault() {
        hide("architect", true);
        refusedIn("defaultRole", new Wanted("architect", null, null, null, null));
        save(new Wanted("architect", null, null, null, null));
        set(new Wanted("analyst", null, null, null, null));
        refusedIn("defaultRole", NOTHING);
        hide("architect", false);
        set(NOTHING);
    }

    @Test
    void whoMayLookAndWhoMayChange() {
        Caller mate = play.teammate(play.acme, "mo", "architect");
        Caller eve = play.teammate(play.beta, "eve", "admin");
        Caller looks = new Caller.Administrator("looks", new Administrators(Set.of("viewsOrganization"), null));
        Wanted wanted = new Wanted(null, null, null, "Ask me", null);
        refused(ProblemCode.NOT_FOUND, () -> play.settings.get(eve, play.acme));
        refused(ProblemCode.FORBIDDEN, () -> play.settings.get(mate, play.acme));
        refused(ProblemCode.FORBIDDEN, () -> play.settings.get(RealmRights.manager(), play.acme));
        play.settings.get(looks, play.acme);
        refused(ProblemCode.NOT_FOUND, () -> play.settings.save(eve, play.acme, wanted, Expected.any()));
        for (Caller caller : List.of(mate, looks, RealmRights.manager())) {
            refused(ProblemCode.FORBIDDEN, () -> play.settings.save(caller, play.acme, wanted, Expected.any()));
        }
        play.settings.save(ada, play.acme, wanted, Expected.any());
        play.settings.save(boss, play.acme, NOTHING, Expected.any());

        for (Caller caller : List.of(ada, looks, RealmRights.viewer())) {
            refused(ProblemCode.FORBIDDEN, () -> play.settings.save(caller, play.realm, wanted, Expected.any()));
        }
        refused(ProblemCode.FORBIDDEN, () -> play.settings.get(ada, play.realm));
        refused(ProblemCode.FORBIDDEN, () -> play.settings.get(looks, play.realm));
        play.settings.get(RealmRights.viewer(), play.realm);
        save(wanted);
    }

    @Test
    void theDefaultRoleIsAGiftOfWhoeverSetsIt() {
        play.roles.toggle(
                SERVER, play.acme, "admin", new PermissionKey("user-permissions.change"), false, Expected.any());
        play.roles.toggle(SERVER, play.acme, "admin", new PermissionKey("charts.export"), false, Expected.any());
        Wanted analyst = new Wanted("analyst", null, null, null, null);
        Problem problem = refused(ProblemCode.CEILING, () -> set(analyst));
        assertEquals(List.of("charts.export"), problem.fields().get("missing"));
        play.settings.save(boss, play.acme, analyst, Expected.any());
        problem = refused(ProblemCode.CEILING, () -> set(NOTHING));
        assertEquals(List.of("charts.export"), problem.fields().get("missing"));
        set(new Wanted("analyst", null, null, "The role stays", null));
        play.roles.toggle(SERVER, play.acme, "admin", new PermissionKey("charts.export"), true, Expected.any());
        set(NOTHING);
        set(analyst);
    }

    @Test
    void whoeverJoinsHasTheDefaultRole() {
        Role steward = steward();
        set(new Wanted(steward.key(), null, null, null, null));
        save(new Wanted("consumer", null, null, null, null));
        assertEquals(steward.key(), joins("a"));
        play.members.joined(SERVER, play.realm, play.beta.id(), new UserId("b"));
        assertEquals("consumer", role(play.beta.id().value(), "b"));
        set(NOTHING);
        assertEquals("consumer", joins("c"));
        save(NOTHING);
        assertEquals("read-only", joins("d"));
    }

    @Test
    @Tag("ROLE-5")
    void theDefaultRoleIsInUse() {
        Role steward = steward();
        set(new Wanted(steward.key(), null, null, null, null));
        Problem used = refused(
                ProblemCode.IN_USE,
                () -> play.roles.delete(ada, play.acme, steward.key(), Optional.empty(), Expected.any()));
        assertEquals(
                List.of(new RoleUse.Users("settings", 1, List.of(play.acme.id().value()))),
                used.fields().get("usedBy"));
        set(new Wanted("architect", null, null, null, null));
        refused(ProblemCode.IN_USE, () -> hide("architect", true));
        save(new Wanted("consumer", null, null, null, null));
        hide("consumer", true);
        hide("consumer", false);
        set(NOTHING);
        refused(ProblemCode.IN_USE, () -> hide("consumer", true));
        hide("architect", true);
        play.roles.delete(ada, play.acme, steward.key(), Optional.empty(), Expected.any());
    }

    @Test
    void ofTwoWhoReadTheSameOneComesTooLate() {
        Expected read = of(play.settings.get(ada, play.acme));
        Expected next = of(play.settings.save(ada, play.acme, new Wanted(null, "P1D", null, null, null), read));
        refused(
                ProblemCode.STALE,
                () -> play.settings.save(ada, play.acme, new Wanted(null, "P2D", null, null, null), read));
        play.settings.save(ada, play.acme, new Wanted(null, "P2D", null, null, null), next);

        Expected realm = of(play.settings.get(manager, play.realm));
        save(new Wanted(null, "P3D", null, null, null));
        refused(ProblemCode.STALE, () -> play.settings.save(manager, play.realm, NOTHING, realm));
        play.settings.save(manager, play.realm, NOTHING, of(play.settings.get(manager, play.realm)));
        assertNotEquals(read, of(play.settings.get(ada, play.acme)));
    }

    @Test
    @Tag("AUDIT-1")
    void everyChangeIsInTheLogOnce() {
        set(new Wanted(null, "P2D", null, null, null));
        set(new Wanted(null, "PT48H", null, null, null));
        save(new Wanted(null, null, false, null, null));
        PageRequest all = PageRequest.of(null, null, 1);
        List<ListedEntry> entries = play.audit.list(boss, play.acme, all).items().stream()
                .filter(entry -> entry.recorded().entry().action().key().equals("settings.changed"))
                .toList();
        assertEquals(1, entries.size());
        assertEquals("P2D", entries.get(0).after().orElseThrow().get("invitationLife"));
        ListedEntry ofTheRealm = play.audit.list(boss, play.realm, all).items().get(0);
        assertEquals("settings.changed", ofTheRealm.recorded().entry().action().key());
        assertEquals(false, ofTheRealm.after().orElseThrow().get("overrides"));
        assertTrue(ofTheRealm.before().orElseThrow().containsKey("overrides"));
    }

    private Role steward() {
        return play.roles.create(SERVER, play.acme, new RoleDraft("Steward", "", "analyst", List.of(), List.of()));
    }

    private void hide(String key, boolean hidden) {
        Role role = play.roles.get(SERVER, play.acme, key);
        play.roles.edit(
                SERVER,
                play.acme,
                key,
                new RoleChange(
                        role.name().text(),
                        Optional.empty(),
                        play.catalogues.of(play.realm).permissions().keys(role.permissions()),
                        Optional.of(hidden)),
                Expected.any());
    }

    private String joins(String name) {
        play.members.joined(SERVER, play.realm, play.acme.id(), new UserId(name));
        return role(play.acme.id().value(), name);
    }

    private String role(String workspace, String name) {
        return play.access
                .in(play.realm, new io.roster.workspaces.workspace.WorkspaceId(workspace), new UserId(name))
                .orElseThrow()
                .role();
    }

    private void refusedIn(String field, Wanted wanted) {
        Problem problem = refused(ProblemCode.VALIDATION, () -> set(wanted));
        assertTrue(problem.getMessage().startsWith(field + ": "), problem.getMessage());
    }

    private static Expected of(SettingSheet sheet) {
        return Expected.of('"' + sheet.version() + '"');
    }

    private void set(Wanted wanted) {
        play.settings.save(ada, play.acme, wanted, Expected.any());
    }

    private void save(Wanted wanted) {
        play.settings.save(manager, play.realm, wanted, Expected.any());
    }
}
