// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting;

import io.roster.access.Keys;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.access.Start;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.Text;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.role.Roles;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of a realm and of its workspaces. A workspace's need {@code security-settings.manage}, or an administrator
 * who may view or manage the organization; the realm's need to view or manage the realm. Every change holds the row of
 * what it is made for.
 */
public final class Settings {

    /** How often the default role is read again, because it was deleted while somebody joined. */
    private static final int READINGS = 5;

    private final SettingStore store;
    private final Roles roles;
    private final Catalogues catalogues;
    private final Guard guard;
    private final Events events;

    public Settings(SettingStore store, Roles roles, Catalogues catalogues, Guard guard, Events events) {
        this.store = store;
        this.roles = roles;
        this.catalogues = catalogues;
        this.guard = guard;
        this.events = events;
    }

    /** What a realm or a workspace wants to say itself; null for what it takes from the level above. */
    public record Wanted(
            String defaultRole, String invitationLife, Boolean overrides, String contact, List<String> environments) {}

    /** What counts in a workspace, for other features to go by. */
    public Effective of(Workspace workspace) {
        return of(workspace.realm()).with(store.find(workspace.id()));
    }

    /** What counts in a realm where a workspace says nothing itself. */
    public Effective of(RealmId realm) {
        return Effective.USUAL.with(store.find(realm));
    }

    /**
     * The role of whoever joins a workspace now. It is there until this transaction ends. Nobody's row is waited for
     * but the role's own, and that only where somebody is about to delete it: whatever Keycloak does goes on.
     */
    public RoleRef forNewcomer(RealmId realm, WorkspaceId workspace) {
        for (int reading = 0; reading < READINGS; reading++) {
            RoleRef role = of(realm).with(store.find(workspace)).defaultRole();
            if (roles.keep(workspace, role)) {
                return role;
            }
            // it went, and so it isn't the default any more
        }
        return Effective.USUAL.defaultRole();
    }

    /**
     * The settings of the realm.
     *
     * @throws Problem {@code forbidden}
     */
    public SettingSheet get(Caller caller, RealmId realm) {
        guard.requireViewsRealm(caller);
        return sheet(realm);
    }

    /**
     * The settings of a workspace.
     *
     * @throws Problem {@code not-found} for an outsider, {@code forbidden}
     */
    public SettingSheet get(Caller caller, Workspace workspace) {
        guard.requireLooks(caller, workspace, Keys.SECURITY_SETTINGS_MANAGE);
        return sheet(workspace);
    }

    /**
     * Makes what the realm says itself what is wanted. It counts in every workspace that says nothing else.
     *
     * @throws Problem {@code forbidden}, {@code stale}, {@code validation}
     */
    public SettingSheet save(Caller caller, RealmId realm, Wanted wanted, Expected expected) {
        guard.requireManagesRealm(caller);
        guard.requireReadsCommitted();
        if (!catalogues.hold(realm)) {
            throw Catalogues.neverOn();
        }
        SettingSheet before = sheet(realm);
        expected.require(before.version());
        Chosen chosen = chosen(wanted, key -> preset(realm, key));
        if (!chosen.equals(before.own())) {
            store.save(realm, chosen);
            events.publish(caller, new SettingsChanged(realm, Optional.empty(), before.own(), chosen));
        }
        return sheet(realm);
    }

    /**
     * Makes what a workspace says itself what is wanted.
     *
     * @throws Problem {@code not-found} for an outsider; {@code forbidden}, {@code stale}, {@code validation};
     *     {@code ceiling} if the old or the new default role has more than the caller
     */
    public SettingSheet save(Caller caller, Workspace workspace, Wanted wanted, Expected expected) {
        guard.requireForChange(caller, workspace, Keys.SECURITY_SETTINGS_MANAGE);
        SettingSheet before = sheet(workspace);
        expected.require(before.version());
        Chosen chosen = chosen(wanted, key -> assignable(workspace, key).ref());
        RoleRef present = before.effective().defaultRole();
        RoleRef next = of(workspace.realm()).with(chosen).defaultRole();
        if (!next.equals(present)) {
            guard.requireBelowCeiling(
                    caller,
                    workspace,
                    roles.of(workspace, present).permissions(),
                    assignable(workspace, next.key()).permissions());
        }
        if (!chosen.equals(before.own())) {
            store.save(workspace.id(), chosen);
            events.publish(
                    caller, new SettingsChanged(workspace.realm(), Optional.of(workspace.id()), before.own(), chosen));
        }
        return sheet(workspace);
    }

    private SettingSheet sheet(RealmId realm) {
        Chosen own = store.find(realm);
        return new SettingSheet(own, Effective.USUAL.with(own));
    }

    private SettingSheet sheet(Workspace workspace) {
        Chosen own = store.find(workspace.id());
        return new SettingSheet(own, of(workspace.realm()).with(own));
    }

    private Role assignable(Workspace workspace, String key) {
        return roles.assignable(workspace, Setting.DEFAULT_ROLE.key(), key);
    }

    private RoleRef preset(RealmId realm, String key) {
        if (catalogues.of(realm).preset(key).isEmpty()) {
            throw Problem.validation(
                    Setting.DEFAULT_ROLE.key(),
                    "'" + key + "' is the key of no preset: a realm's default role is one of its presets");
        }
        return new RoleRef.OfPreset(key);
    }

    private static Chosen chosen(Wanted wanted, Function<String, RoleRef> role) {
        return new Chosen(
                Optional.ofNullable(wanted.defaultRole()).map(role),
                Optional.ofNullable(wanted.invitationLife()).map(text -> Life.of(Setting.INVITATION_LIFE.key(), text)),
                Optional.ofNullable(wanted.overrides()),
                Optional.ofNullable(wanted.contact())
                        .map(text -> Text.lines(Setting.CONTACT.key(), text, Setting.LONGEST_CONTACT)),
                Optional.ofNullable(wanted.environments()).map(Settings::environments));
    }

    private static List<String> environments(List<String> keys) {
        String field = Setting.ENVIRONMENTS.key();
        for (String key : keys) {
            if (key == null || !Start.KEY.matcher(key).matches()) {
                throw Problem.validation(
                        field, "has '" + key + "', which isn't 1 to 63 of a to z, 0 to 9 and -, not beginning with -");
            }
        }
        if (new HashSet<>(keys).size() < keys.size()) {
            throw Problem.validation(field, "has a key twice");
        }
        if (!keys.contains(Start.PRODUCTION)) {
            throw Problem.validation(field, "lacks " + Start.PRODUCTION + ", which every project has");
        }
        if (keys.size() > Setting.MOST_ENVIRONMENTS) {
            throw Problem.validation(field, "has more than " + Setting.MOST_ENVIRONMENTS + " keys");
        }
        return keys;
    }
}
