// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import io.roster.access.Effect;
import io.roster.access.Permission;
import io.roster.access.PermissionSet;
import io.roster.access.World;
import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.override.TeammateOverride;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.plan.PlanStore;
import io.roster.workspaces.project.WorkspaceGrant;
import io.roster.workspaces.role.CustomRole;
import io.roster.workspaces.role.PresetEdit;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.setting.Chosen;
import io.roster.workspaces.team.Team;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is written out of the stores, past the facades and the engine. */
final class Reading {

    private final Stage stage;
    private final Instant now;
    private final List<String> teammates;

    private Reading(Stage stage) {
        this.stage = stage;
        this.now = stage.play.now;
        this.teammates = stage.teammates();
    }

    static Written of(Stage stage) {
        Reading reading = new Reading(stage);
        return new Written(
                reading.now,
                reading.catalogue(),
                reading.plan(),
                reading.roles(),
                reading.mates(),
                stage.play.shutOut.stream().map(UserId::value).collect(Collectors.toSet()),
                reading.exemptions(),
                reading.teams(),
                reading.accesses(),
                reading.projects(),
                reading.chosen().defaultRole().map(RoleRef::key).orElse(Preset.DEFAULT),
                reading.chosen().overrides().orElse(true));
    }

    private Map<String, World.Entry> catalogue() {
        return stage.catalogue.entries();
    }

    private Set<String> plan() {
        PlanStore.Assigned assigned = stage.play.planStore.assigned(stage.play.realm, stage.workspace.id());
        return assigned.own()
                        .or(assigned::usual)
                        .orElse(Entitlements.EVERYTHING)
                        .equals(Entitlements.EVERYTHING)
                ? stage.catalogue.permissions().stream()
                        .map(Permission::entitlement)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet())
                : assigned.plan().map(plan -> plan.entitlements().names()).orElse(Set.of());
    }

    private Map<String, Written.Role> roles() {
        Map<String, Written.Role> roles = new HashMap<>();
        Map<String, PresetEdit> edits = stage.play.roleStore.edits(stage.workspace.id()).stream()
                .collect(Collectors.toMap(PresetEdit::preset, edit -> edit));
        for (Preset preset : stage.play.catalogueStore.load(stage.play.realm).presets()) {
            Set<String> keys = keys(preset.permissions());
            PresetEdit edit = edits.get(preset.key());
            if (edit == null) {
                roles.put(preset.key(), new Written.Role(keys, preset.name(), preset.description(), false));
            } else {
                keys.addAll(keys(edit.added()));
                keys.removeAll(keys(edit.removed()));
                String name = edit.name().map(known -> known.text()).orElse(preset.name());
                String description = edit.description().orElse(preset.description());
                roles.put(preset.key(), new Written.Role(keys, name, description, edit.hidden()));
            }
        }
        for (CustomRole role : stage.customRoles()) {
            roles.put(
                    role.id(),
                    new Written.Role(keys(role.permissions()), role.name().text(), role.description(), false));
        }
        return roles;
    }

    private Map<String, Written.Mate> mates() {
        Map<String, Written.Mate> mates = new HashMap<>();
        for (String name : teammates) {
            Teammate teammate = stage.teammate(name).orElseThrow();
            boolean active = teammate.status() == Teammate.Status.ACTIVE;
            String start = teammate.start().map(Object::toString).orElse(null);
            Instant until = teammate.assigned().until().orElse(null);
            String next = teammate.assigned().next().map(RoleRef::key).orElse(null);
            Set<String> sessions = Set.copyOf(stage.sessionsOf(name));
            mates.put(
                    name,
                    Written.isOver(until, now)
                            ? new Written.Mate(active, next, null, null, start, sessions)
                            : new Written.Mate(active, teammate.role().key(), until, next, start, sessions));
        }
        return mates;
    }

    private Map<String, Written.Exemption> exemptions() {
        Map<String, Written.Exemption> exemptions = new HashMap<>();
        for (String name : teammates) {
            for (TeammateOverride override : stage.overridesOf(name)) {
                Instant until = override.until().orElse(null);
                if (!Written.isOver(until, now)) {
                    exemptions.put(
                            override.id(),
                            new Written.Exemption(
                                    name,
                                    override.effect() == Effect.DENY,
                                    key(override.bit()),
                                    override.project().orElse(Written.WORKSPACE),
                                    until,
                                    override.reason().orElse(null)));
                }
            }
        }
        return exemptions;
    }

    private Map<String, Written.Team> teams() {
        Map<String, Written.Team> teams = new HashMap<>();
        for (Team team : stage.teams()) {
            Set<String> members = new HashSet<>(teammates);
            members.removeIf(name -> !stage.play.teamStore.has(team.id(), new UserId(name)));
            teams.put(team.id().value(), new Written.Team(team.name(), members));
        }
        return teams;
    }

    private Map<String, Written.Access> accesses() {
        Map<String, Written.Access> accesses = new HashMap<>();
        for (WorkspaceGrant grant : stage.grants()) {
            Instant until = grant.until().orElse(null);
            if (!Written.isOver(until, now)) {
                accesses.put(
                        grant.id(),
                        new Written.Access(
                                grant.project(),
                                grant.grantee().team().map(team -> team.value()).orElse(null),
                                grant.grantee().teammate().map(UserId::value).orElse(null),
                                grant.role().map(RoleRef::key).orElse(null),
                                until));
            }
        }
        return accesses;
    }

    private Map<String, World.State> projects() {
        Map<String, World.State> projects = new HashMap<>(Map.of("main", new World.State(true, false)));
        stage.projectRows()
                .forEach(project -> projects.put(project.key(), new World.State(project.open(), project.archived())));
        return projects;
    }

    /** The workspace's settings on top of the realm's, as far as they matter here. */
    private Chosen chosen() {
        Chosen own = stage.play.settingStore.find(stage.workspace.id());
        Chosen above = stage.play.settingStore.find(stage.play.realm);
        return new Chosen(
                own.defaultRole().or(above::defaultRole),
                Optional.empty(),
                own.overrides().or(above::overrides),
                Optional.empty(),
                Optional.empty());
    }

    private Set<String> keys(PermissionSet set) {
        Set<String> keys = new HashSet<>();
        for (int bit : set.bits()) {
            keys.add(key(bit));
        }
        return keys;
    }

    private String key(int bit) {
        return stage.catalogue.key(bit);
    }
}
