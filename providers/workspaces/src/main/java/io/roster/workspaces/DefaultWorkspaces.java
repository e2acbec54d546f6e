// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.access.jpa.JpaAccessStore;
import io.roster.workspaces.audit.keycloak.AdminEvents;
import io.roster.workspaces.member.MemberStore;
import io.roster.workspaces.member.Members;
import io.roster.workspaces.member.jpa.JpaMemberStore;
import io.roster.workspaces.member.keycloak.KeycloakPeople;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.jpa.JpaCatalogueStore;
import io.roster.workspaces.platform.AdminEventLog;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.realm.Realms;
import io.roster.workspaces.realm.keycloak.KeycloakRealm;
import io.roster.workspaces.role.RoleStore;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.role.jpa.JpaRoleStore;
import io.roster.workspaces.token.ActiveWorkspace;
import io.roster.workspaces.workspace.KnownWorkspaces;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import io.roster.workspaces.workspace.WorkspaceStore;
import io.roster.workspaces.workspace.jpa.JpaWorkspaceStore;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Wires the features together for one session. No rule lives here. */
final class DefaultWorkspaces implements Workspaces {

    private final KeycloakSession session;
    private final Realms realms;
    private final Catalogues catalogues;
    private final KnownWorkspaces workspaces;
    private final EffectiveAccess access;
    private final Guard guard;
    private final Roles roles;
    private final Members members;
    private final WorkspaceStore workspaceStore;
    private final RoleStore roleStore;
    private final MemberStore memberStore;

    DefaultWorkspaces(KeycloakSession session, Catalogues.Loaded loaded) {
        this.session = session;
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        Clock clock = Clock.keycloak();
        workspaceStore = new JpaWorkspaceStore(session, em);
        roleStore = new JpaRoleStore(em);
        memberStore = new JpaMemberStore(em);
        workspaces = new KnownWorkspaces(workspaceStore);
        catalogues = new Catalogues(new JpaCatalogueStore(em), loaded);
        access = new EffectiveAccess(new JpaAccessStore(em), catalogues, clock);
        Events events = Events.to(List.of(new AdminEvents(new AdminEventLog(session), catalogues)));
        guard = new Guard(access, workspaceStore);
        roles = new Roles(roleStore, workspaceStore, catalogues, guard, events, List.of(memberStore));
        members = new Members(memberStore, workspaceStore, roles, new KeycloakPeople(session), guard, events, clock);
        realms = new Realms(new KeycloakRealm(session), workspaces, catalogues, roles, members, events);
    }

    @Override
    public boolean isOn() {
        return session.getContext().getRealm().isEnabled() && realms.isOn();
    }

    @Override
    public Realms realms() {
        return realms;
    }

    @Override
    public Catalogues catalogues() {
        return catalogues;
    }

    @Override
    public KnownWorkspaces workspaces() {
        return workspaces;
    }

    @Override
    public EffectiveAccess access() {
        return access;
    }

    @Override
    public Guard guard() {
        return guard;
    }

    @Override
    public Roles roles() {
        return roles;
    }

    @Override
    public Members members() {
        return members;
    }

    @Override
    public ActiveWorkspace activeWorkspace() {
        return new ActiveWorkspace(access);
    }

    /** Children first: MariaDB checks a reference at once and not when the transaction ends. */
    void removeAll(WorkspaceId workspace) {
        memberStore.removeAll(workspace);
        roleStore.removeAll(workspace);
        workspaceStore.removeAll(workspace);
    }

    void removeAll(RealmId realm) {
        memberStore.removeAll(realm);
        roleStore.removeAll(realm);
        workspaceStore.removeAll(realm);
        catalogues.removeAll(realm);
    }
}
