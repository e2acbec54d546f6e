// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.setting.Chosen;
import io.roster.workspaces.setting.Effective;
import io.roster.workspaces.setting.SettingStore;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Settings in memory. */
public final class InMemorySettingStore implements SettingStore {

    private final Function<WorkspaceId, Optional<RealmId>> realms;
    private final Map<RealmId, Chosen> ofRealms = new HashMap<>();
    private final Map<WorkspaceId, Chosen> ofWorkspaces = new HashMap<>();

    /** @param realms to which realm a workspace belongs, if it is known */
    public InMemorySettingStore(Function<WorkspaceId, Optional<RealmId>> realms) {
        this.realms = realms;
    }

    @Override
    public Chosen find(RealmId realm) {
        return ofRealms.getOrDefault(realm, Chosen.NOTHING);
    }

    @Override
    public Chosen find(WorkspaceId workspace) {
        return ofWorkspaces.getOrDefault(workspace, Chosen.NOTHING);
    }

    @Override
    public void save(RealmId realm, Chosen chosen) {
        ofRealms.put(realm, chosen);
    }

    @Override
    public void save(WorkspaceId workspace, Chosen chosen) {
        ofWorkspaces.put(workspace, chosen);
    }

    @Override
    public Users users(WorkspaceId workspace, RoleRef role) {
        Chosen inherited = realms.apply(workspace).map(this::find).orElse(Chosen.NOTHING);
        boolean uses = Effective.USUAL
                .with(inherited)
                .with(find(workspace))
                .defaultRole()
                .equals(role);
        return new Users(KIND, uses ? 1 : 0, uses ? List.of(workspace.value()) : List.of());
    }

    @Override
    public void replace(WorkspaceId workspace, RoleRef role, RoleRef other, long number) {
        Chosen chosen = find(workspace);
        save(
                workspace,
                new Chosen(
                        Optional.of(other),
                        chosen.invitationLife(),
                        chosen.overrides(),
                        chosen.contact(),
                        chosen.environments()));
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        ofWorkspaces.computeIfPresent(workspace, (id, chosen) -> withoutRole(chosen));
    }

    @Override
    public void removeAll(RealmId realm) {
        ofWorkspaces.replaceAll((workspace, chosen) ->
                realms.apply(workspace).filter(realm::equals).isPresent() ? withoutRole(chosen) : chosen);
    }

    private static Chosen withoutRole(Chosen chosen) {
        return new Chosen(
                chosen.defaultRole().filter(role -> role.roleId().isEmpty()),
                chosen.invitationLife(),
                chosen.overrides(),
                chosen.contact(),
                chosen.environments());
    }
}
