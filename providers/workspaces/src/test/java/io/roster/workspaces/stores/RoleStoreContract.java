// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.PermissionSet;
import io.roster.workspaces.role.CustomRole;
import io.roster.workspaces.role.PresetEdit;
import io.roster.workspaces.role.RoleName;
import io.roster.workspaces.role.RoleStore;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROLE-3")
@Tag("ROLE-4")
abstract class RoleStoreContract {

    static final Workspace ACME = workspace("acme");
    static final Workspace BETA = workspace("beta");

    /** The store, in a transaction of its own. */
    abstract void in(Consumer<RoleStore> work);

    @Test
    void whatWasWrittenIsReadAsItWas() {
        CustomRole role = role("r1", "Data Stewardess \uD83D\uDE00", PermissionSet.of(0, 9, 4095));
        in(store -> store.insert(ACME, role));
        in(store -> assertEquals(Optional.of(role), store.find(ACME.id(), "r1")));
        CustomRole changed = new CustomRole("r1", RoleName.of("Other"), "", "analyst", PermissionSet.empty(), 8);
        in(store -> store.update(ACME.id(), changed));
        in(store -> assertEquals(Optional.of(changed), store.find(ACME.id(), "r1")));
        in(store -> store.delete(ACME.id(), "r1"));
        in(store -> assertEquals(Optional.empty(), store.find(ACME.id(), "r1")));
    }

    @Test
    void aWorkspaceSeesItsOwnRolesAlone() {
        in(store -> store.insert(ACME, role("r1", "Steward", PermissionSet.empty())));
        in(store -> store.insert(BETA, role("r2", "Steward", PermissionSet.empty())));
        in(store -> {
            assertTrue(store.find(BETA.id(), "r1").isEmpty());
            assertTrue(store.find(ACME.id(), "r1").isPresent());
            assertEquals(List.of("r2"), ids(store.find(BETA.id(), List.of("r1", "r2"))));
            assertEquals(List.of("r1"), ids(all(store, ACME)));
            assertEquals(
                    "r2",
                    store.named(BETA.id(), RoleName.of("STEWARD")).orElseThrow().id());
        });
    }

    @Test
    void pagesAreInTheOrderOfFoldedNames() {
        List<String> names = List.of("delta", "Alpha", "charlie", "Bravo", "Echo");
        for (String name : names) {
            in(store -> store.insert(ACME, role("r" + name, name, PermissionSet.empty())));
        }
        in(store -> {
            List<String> seen = new ArrayList<>();
            Optional<CustomRole> last = Optional.empty();
            do {
                List<CustomRole> page =
                        store.page(ACME.id(), 2, last.map(role -> role.name().folded()), last.map(CustomRole::id));
                page.forEach(role -> seen.add(role.name().text()));
                last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
            } while (last.isPresent());
            assertEquals(List.of("Alpha", "Bravo", "charlie", "delta", "Echo"), seen);
        });
    }

    @Test
    void anEditOfAPresetIsOneRowThatCanGoAgain() {
        PresetEdit edit = new PresetEdit(
                "analyst",
                Optional.of(RoleName.of("Data Analyst")),
                Optional.empty(),
                PermissionSet.of(11),
                PermissionSet.of(1, 2),
                false,
                3);
        PresetEdit next = new PresetEdit(
                "analyst", Optional.empty(), Optional.of("What"), PermissionSet.empty(), PermissionSet.of(1), true, 4);
        in(store -> store.save(ACME, edit));
        in(store -> assertEquals(List.of(edit), store.edits(ACME.id())));
        in(store -> store.save(ACME, next));
        in(store -> assertEquals(List.of(next), store.edits(ACME.id())));
        in(store -> assertEquals(List.of(), store.edits(BETA.id())));
        in(store -> store.reset(ACME.id(), "analyst"));
        in(store -> store.reset(ACME.id(), "analyst"));
        in(store -> assertEquals(List.of(), store.edits(ACME.id())));
    }

    @Test
    void whatGoesWithAWorkspaceLeavesTheOthers() {
        in(store -> {
            store.insert(ACME, role("r1", "One", PermissionSet.empty()));
            store.insert(BETA, role("r2", "Two", PermissionSet.empty()));
        });
        in(store -> store.removeAll(ACME.id()));
        in(store -> assertEquals(List.of(), all(store, ACME)));
        in(store -> assertEquals(1, all(store, BETA).size()));
        in(store -> store.removeAll(BETA.realm()));
        in(store -> assertEquals(List.of(), all(store, BETA)));
    }

    static Workspace workspace(String alias) {
        return new Workspace(new WorkspaceId("id-" + alias), new RealmId("realm"), alias, alias, true);
    }

    static CustomRole role(String id, String name, PermissionSet permissions) {
        return new CustomRole(id, RoleName.of(name), "For what\nit is", "analyst", permissions, 7);
    }

    private static List<CustomRole> all(RoleStore store, Workspace workspace) {
        return store.page(workspace.id(), 100, Optional.empty(), Optional.empty());
    }

    private static List<String> ids(List<CustomRole> roles) {
        return roles.stream().map(CustomRole::id).toList();
    }
}
