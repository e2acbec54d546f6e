// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.keys;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RolesTest {

    private static final PermissionKey EXPORT = new PermissionKey("charts.export");

    private final Play play = new Play();
    private final Caller admin = play.teammate(play.acme, "ada", "admin");

    @Test
    @Tag("ROLE-3")
    void presetsAreThereWithoutARow() {
        List<Role> roles = list(admin);
        assertEquals(
                List.of("read-only", "consumer", "analyst", "architect", "admin"),
                roles.stream().map(Role::key).toList());
        assertEquals(0, play.roleStore.rows());
    }

    @Test
    @Tag("ROLE-3")
    void anEditKeepsDifferencesSoThatLaterAdditionsArriveExceptTheRemovedOnes() {
        int export = bit("charts.export");
        int home = bit("home-dashboard.manage");
        play.roles.toggle(admin, play.acme, "analyst", EXPORT, false, Expected.any());
        RealmCatalogue before = play.catalogues.of(play.realm);
        PermissionSet more =
                before.preset("analyst").orElseThrow().permissions().with(home);
        play.catalogueStore.replace(play.realm, with(before, "analyst", more));

        Role edited = role("analyst");
        assertTrue(edited.permissions().has(home), "what the realm gives later arrives");
        assertFalse(edited.permissions().has(export), "what was removed here stays removed");
        assertEquals(more.without(export), edited.permissions());
        assertTrue(play.roles.get(SERVER, play.beta, "analyst").permissions().has(export));
    }

    @Test
    @Tag("ROLE-3")
    void aPresetThatIsAsTheRealmHasItAgainHasNoRow() {
        Role original = role("analyst");
        play.roles.toggle(admin, play.acme, "analyst", EXPORT, false, Expected.any());
        assertEquals(1, play.roleStore.rows());
        Role edited = role("analyst");
        assertTrue(edited.edited());
        assertEquals(PermissionSet.of(bit("charts.export")), edited.removed());
        play.roles.toggle(admin, play.acme, "analyst", EXPORT, true, Expected.any());
        assertEquals(0, play.roleStore.rows());
        assertEquals(original, role("analyst"));
    }

    @Test
    @Tag("ROLE-3")
    void whatAnEditLeavesOutStays() {
        Role before = role("analyst");
        RoleChange described =
                new RoleChange(before.name().text(), Optional.of("What for"), all(before), Optional.of(true));
        play.roles.edit(admin, play.acme, "analyst", described, Expected.any());
        rename("analyst", "Data Analyst");
        Role renamed = role("analyst");
        assertEquals("Data Analyst", renamed.name().text());
        assertEquals("What for", renamed.description());
        assertTrue(renamed.hidden());
        assertEquals(before.permissions(), renamed.permissions());
        RoleChange shown = new RoleChange("Data Analyst", Optional.of(""), all(before), Optional.of(false));
        play.roles.edit(admin, play.acme, "analyst", shown, Expected.any());
        assertEquals("", role("analyst").description());
        assertFalse(role("analyst").hidden());
    }

    @Test
    @Tag("ROLE-3")
    void aVersionNeverComesBackWithAnotherContent() {
        play.roles.toggle(admin, play.acme, "analyst", EXPORT, false, Expected.any());
        String first = role("analyst").version();
        play.roles.reset(admin, play.acme, "analyst", Expected.any());
        PermissionKey run = new PermissionKey("charts.run");
        play.roles.toggle(admin, play.acme, "analyst", run, false, Expected.any());
        assertNotEquals(first, role("analyst").version());
        refused(
                ProblemCode.STALE,
                () -> play.roles.toggle(admin, play.acme, "analyst", run, true, Expected.of('"' + first + '"')));
        play.roles.toggle(
                admin,
                play.acme,
                "analyst",
                run,
                true,
                Expected.of('"' + role("analyst").version() + '"'));
        assertTrue(role("analyst").permissions().has(bit("charts.run")));
    }

    @Test
    @Tag("ROLE-3")
    void aPresetIsHiddenOnlyWhileNobodyHasIt() {
        play.teammate(play.acme, "carl", "consumer");
        Role consumer = role("consumer");
        refused(
                ProblemCode.IN_USE,
                () -> play.roles.edit(admin, play.acme, "consumer", hidden(consumer), Expected.any()));
        Role analyst = role("analyst");
        play.roles.edit(admin, play.acme, "analyst", hidden(analyst), Expected.any());
        assertTrue(role("analyst").hidden());
        refused(ProblemCode.VALIDATION, () -> play.roles.assignable(play.acme, "analyst"));
        play.roles.reset(admin, play.acme, "analyst", Expected.any());
        assertEquals("analyst", play.roles.assignable(play.acme, "analyst").key());
    }

    @Test
    @Tag("ROLE-4")
    void aCustomRoleStartsFromAnotherAndHasAKeyOfItsOwn() {
        Role made = create("Data Steward", "analyst", List.of("integrations.manage"), List.of("charts.export"));
        assertTrue(made.key().matches("r[0-9a-z]{15}"), made.key());
        assertEquals(
                role("analyst").permissions().with(bit("integrations.manage")).without(bit("charts.export")),
                made.permissions());
        Role child = create("Junior Steward", made.key(), List.of(), List.of());
        assertEquals(made.permissions(), child.permissions());
        assertNotEquals(made.key(), child.key());
    }

    @Test
    @Tag("ROLE-4")
    void namesAreUniqueOverPresetsAndCustomRoles() {
        create("Data Steward", "analyst", List.of(), List.of());
        refused(ProblemCode.DUPLICATE, () -> create("DATA steward", "analyst", List.of(), List.of()));
        refused(ProblemCode.DUPLICATE, () -> create("ａｄｍｉｎ", "analyst", List.of(), List.of()));
        rename("analyst", "Data Analyst");
        refused(ProblemCode.DUPLICATE, () -> create("data analyst", "consumer", List.of(), List.of()));
        refused(ProblemCode.DUPLICATE, () -> create("Analyst", "consumer", List.of(), List.of()));
        refused(ProblemCode.DUPLICATE, () -> rename("consumer", "Architect"));
        rename("analyst", "Data analyst");
        create("Data Steward 2", "analyst", List.of(), List.of());
        assertEquals(7, list(admin).size());
    }

    @Test
    @Tag("ROLE-4")
    void whatTheCatalogueDoesNotHaveIsRefused() {
        refused(ProblemCode.VALIDATION, () -> create("One", "analyst", List.of("no.such"), List.of()));
        refused(ProblemCode.VALIDATION, () -> create("One", "rnothing", List.of(), List.of()));
        create("One", "analyst", List.of("integrations.manage"), List.of());
        PermissionKey unknown = new PermissionKey("no.such");
        refused(
                ProblemCode.NOT_FOUND,
                () -> play.roles.toggle(admin, play.acme, "analyst", unknown, true, Expected.any()));
    }

    @Test
    @Tag("ROLE-4")
    void aRoleOfAnotherWorkspaceIsNone() {
        Role made = create("Data Steward", "analyst", List.of(), List.of());
        assertEquals(made, play.roles.get(admin, play.acme, made.key()));
        Caller other = play.teammate(play.beta, "bea", "admin");
        String elsewhere = refused(ProblemCode.NOT_FOUND, () -> play.roles.get(other, play.beta, made.key()))
                .getMessage();
        assertEquals(
                elsewhere,
                refused(ProblemCode.NOT_FOUND, () -> play.roles.get(other, play.beta, "r000000000000000"))
                        .getMessage());
        refused(ProblemCode.NOT_FOUND, () -> play.roles.get(other, play.acme, made.key()));
    }

    @Test
    @Tag("ROLE-4")
    @Tag("ROLE-5")
    void aRoleThatSomebodyHasStays() {
        Role made = create("Data Steward", "analyst", List.of(), List.of());
        play.teammate(play.acme, "dora", made.key());
        refused(
                ProblemCode.IN_USE,
                () -> play.roles.delete(admin, play.acme, made.key(), Optional.empty(), Expected.any()));
        assertEquals(made, role(made.key()));
        play.teammate(play.acme, "dora", "consumer");
        play.roles.delete(admin, play.acme, made.key(), Optional.empty(), Expected.any());
        refused(ProblemCode.NOT_FOUND, () -> role(made.key()));
        refused(
                ProblemCode.VALIDATION,
                () -> play.roles.delete(admin, play.acme, "analyst", Optional.empty(), Expected.any()));
    }

    @Test
    void nobodyGivesWhatTheyDoNotHold() {
        Role lead = create("Team lead", "analyst", List.of("teammates.manage"), List.of());
        Caller leader = play.teammate(play.acme, "lena", lead.key());
        String[] beyond = {"billing.manage"};
        RoleDraft draft = new RoleDraft("Helper", "", "consumer", keys(beyond), List.of());
        refused(ProblemCode.CEILING, () -> play.roles.create(leader, play.acme, draft));
        play.roles.create(leader, play.acme, new RoleDraft("Helper", "", "consumer", List.of(), List.of()));
        play.roles.create(admin, play.acme, new RoleDraft("Payer", "", "consumer", keys(beyond), List.of()));
        refused(
                ProblemCode.CEILING,
                () -> play.roles.toggle(leader, play.acme, "admin", EXPORT, false, Expected.any()));
        play.roles.toggle(leader, play.acme, "consumer", EXPORT, false, Expected.any());
        assertFalse(role("consumer").permissions().has(bit("charts.export")));
        assertTrue(role("admin").permissions().has(bit("charts.export")));
    }

    @Test
    void aPlainTeammateLooksAndChangesNothing() {
        Caller plain = play.teammate(play.acme, "paul", "analyst");
        assertEquals(5, list(plain).size());
        refused(
                ProblemCode.FORBIDDEN,
                () -> play.roles.toggle(plain, play.acme, "analyst", EXPORT, false, Expected.any()));
        assertFalse(role("analyst").edited());
        play.roles.toggle(admin, play.acme, "analyst", EXPORT, false, Expected.any());
        assertTrue(role("analyst").edited());
    }

    @Test
    @Tag("AUDIT-3")
    void whatChangedIsSaidOnceAndWhatWasRefusedOrChangedNothingIsNot() {
        Caller plain = play.teammate(play.acme, "paul", "analyst");
        Role before = role("analyst");
        play.events.clear();
        refused(
                ProblemCode.FORBIDDEN,
                () -> play.roles.toggle(plain, play.acme, "analyst", EXPORT, false, Expected.any()));
        play.roles.toggle(admin, play.acme, "analyst", EXPORT, true, Expected.any());
        assertEquals(List.of(), play.events);
        Role after = play.roles.toggle(admin, play.acme, "analyst", EXPORT, false, Expected.any());
        Role made = create("Data Steward", "analyst", List.of(), List.of());
        play.roles.delete(admin, play.acme, made.key(), Optional.empty(), Expected.any());
        assertEquals(
                List.of(
                        new RoleChanged(play.acme, before, after, false),
                        new RoleCreated(play.acme, made),
                        new RoleDeleted(play.acme, made, Optional.empty(), Map.of())),
                play.events);
    }

    private Role create(String name, String from, List<String> add, List<String> remove) {
        return play.roles.create(
                admin,
                play.acme,
                new RoleDraft(name, "", from, keys(add.toArray(new String[0])), keys(remove.toArray(new String[0]))));
    }

    private void rename(String key, String name) {
        Role role = role(key);
        play.roles.edit(
                admin,
                play.acme,
                key,
                new RoleChange(name, Optional.empty(), all(role), Optional.empty()),
                Expected.any());
    }

    private RoleChange hidden(Role role) {
        return new RoleChange(role.name().text(), Optional.empty(), all(role), Optional.of(true));
    }

    private List<PermissionKey> all(Role role) {
        return play.catalogues.of(play.realm).permissions().keys(role.permissions());
    }

    private Role role(String key) {
        return play.roles.get(SERVER, play.acme, key);
    }

    private List<Role> list(Caller caller) {
        return play.roles.list(caller, play.acme, PageRequest.of(null, null, 2)).items();
    }

    private int bit(String key) {
        return play.catalogues
                .of(play.realm)
                .permissions()
                .find(new PermissionKey(key))
                .orElseThrow()
                .bit();
    }

    private static RealmCatalogue with(RealmCatalogue catalogue, String preset, PermissionSet permissions) {
        return new RealmCatalogue(
                "another",
                catalogue.permissions(),
                catalogue.presets().stream()
                        .map(old -> old.key().equals(preset)
                                ? new Preset(old.key(), old.name(), old.description(), permissions)
                                : old)
                        .toList());
    }
}
