// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm;

import io.roster.access.PermissionKey;
import io.roster.workspaces.member.Members;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleChange;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.workspace.KnownWorkspaces;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out a {@link Seed} through the same facades as by hand. All of it, or none: the import fails with the text. */
final class SeedImport {

    private static final Caller SERVER = new Caller.Server();

    private final RealmPort realm;
    private final KnownWorkspaces workspaces;
    private final Catalogues catalogues;
    private final Roles roles;
    private final Members members;

    SeedImport(RealmPort realm, KnownWorkspaces workspaces, Catalogues catalogues, Roles roles, Members members) {
        this.realm = realm;
        this.workspaces = workspaces;
        this.catalogues = catalogues;
        this.roles = roles;
        this.members = members;
    }

    void apply(Seed seed) {
        seed.clients().forEach((client, scopes) -> {
            List<String> missing = realm.offer(client, scopes);
            if (!missing.isEmpty()) {
                throw Problem.validation("clients." + client, "names what doesn't exist: " + missing);
            }
        });
        seed.workspaces().forEach((alias, content) -> at("workspaces." + alias, () -> apply(alias, content)));
    }

    private void apply(String alias, Seed.WorkspaceSeed content) {
        Workspace workspace = workspaces.named(alias);
        Map<String, String> keys = new HashMap<>();
        for (Seed.RoleSeed role : content.roles()) {
            at("roles." + role.name(), () -> {
                Role made = roles.create(
                        SERVER,
                        workspace,
                        new RoleDraft(
                                role.name(),
                                role.description(),
                                keys.getOrDefault(role.from(), role.from()),
                                keys(role.add()),
                                keys(role.remove())));
                keys.put(role.name(), made.key());
            });
        }
        content.presets().forEach((key, edit) -> at("presets." + key, () -> edit(workspace, key, edit)));
        content.teammates()
                .forEach((username, role) -> at("teammates." + username, () -> {
                    UserId user = realm.user(username).orElseThrow(() -> Problem.notFound("user"));
                    members.importRole(SERVER, workspace, user, keys.getOrDefault(role, role));
                }));
    }

    private void edit(Workspace workspace, String key, Seed.PresetSeed edit) {
        Role role = roles.get(SERVER, workspace, key);
        RealmCatalogue catalogue = catalogues.of(workspace.realm());
        Set<PermissionKey> permissions =
                new LinkedHashSet<>(catalogue.permissions().keys(role.permissions()));
        permissions.addAll(keys(edit.add()));
        keys(edit.remove()).forEach(permissions::remove);
        roles.edit(
                SERVER,
                workspace,
                key,
                new RoleChange(
                        edit.name() == null ? role.name().text() : edit.name(),
                        Optional.ofNullable(edit.description()),
                        permissions,
                        Optional.empty()),
                Expected.any());
    }

    private static Collection<PermissionKey> keys(List<String> keys) {
        return keys.stream().map(PermissionKey::new).toList();
    }

    private static void at(String place, Runnable step) {
        try {
            step.run();
        } catch (Problem | IllegalArgumentException e) {
            throw Problem.validation(place, e.getMessage());
        }
    }
}
