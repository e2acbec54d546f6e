// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import static io.roster.workspaces.fakes.Play.SERVER;

import io.roster.access.Effect;
import io.roster.access.PermissionKey;
import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.binding.Bindings;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.member.NewRole;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.override.OverrideDraft;
import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.project.WorkspaceGrant;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets a random workspace up: seven people of all kinds, with all that can be written about them. */
final class Scenery {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final Stage stage;
    private final Play play;
    private final Draw draw;

    private Scenery(Stage stage, Draw draw) {
        this.stage = stage;
        this.play = stage.play;
        this.draw = draw;
    }

    /** In a play in which nothing was written yet. */
    static Stage set(Play play, Draw draw) {
        play.now = START;
        DrawnCatalogue catalogue = new DrawnCatalogue(draw);
        play.catalogueStore.replace(play.realm, catalogue.engine());
        Stage stage = new Stage(play, catalogue);
        Scenery scenery = new Scenery(stage, draw);
        scenery.realm();
        scenery.roles();
        scenery.projects();
        scenery.people();
        scenery.sessions();
        scenery.teams();
        scenery.overrides();
        scenery.grants();
        scenery.ends();
        return stage;
    }

    private void realm() {
        play.clients.add(Stage.CLIENTS.get(0), true);
        play.clients.add(Stage.CLIENTS.get(1), false);
        play.bindings.bind(SERVER, play.realm, Stage.CLIENTS.get(0), new Bindings.Wanted(true, null), Expected.any());
        List<String> small = draw.some(List.of(Entitlements.CUSTOM_ROLES, Entitlements.SESSION_REPLAY), 0.5);
        List<String> large = List.of(Entitlements.CUSTOM_ROLES, Entitlements.SESSION_REPLAY);
        play.plans.save(SERVER, play.realm, "small", new Plans.Wanted("Small", small), Expected.any());
        play.plans.save(SERVER, play.realm, "large", new Plans.Wanted("Large", large), Expected.any());
        play.plans.assign(SERVER, stage.workspace, draw.maybe(0.4, "small"), Expected.any());
    }

    private void roles() {
        role("Steward", true, DrawnCatalogue.TEAMMATES);
        role("Builder", true, DrawnCatalogue.PROJECTS);
        role("Owner", true, DrawnCatalogue.TEAMMATES, DrawnCatalogue.PROJECTS, DrawnCatalogue.LIFTS);
        role("Guest", false);
        if (draw.chance(0.5)) {
            PermissionKey toggled = new PermissionKey(draw.any(List.copyOf(stage.catalogue.keys())));
            boolean on = draw.chance(0.5) && !toggled.value().equals(DrawnCatalogue.RETIRED);
            String preset = draw.any(Stage.PRESETS);
            play.roles.toggle(SERVER, stage.workspace, preset, toggled, on, Expected.any());
        }
    }

    private void role(String name, boolean strong, String... sure) {
        List<PermissionKey> keys = new ArrayList<>(draw.permissions(stage.catalogue.keys(), strong ? 0.5 : 0.2));
        for (String key : sure) {
            keys.add(new PermissionKey(key));
        }
        List<PermissionKey> retired = List.of(new PermissionKey(DrawnCatalogue.RETIRED));
        play.roles.create(SERVER, stage.workspace, new RoleDraft(name, "", "read-only", keys, retired));
    }

    private void projects() {
        play.project(stage.workspace, "shop", draw.chance(0.5));
        play.project(stage.workspace, "web", false);
    }

    private void people() {
        play.teammate(play.beta, Stage.OUTSIDERS.get(0), "admin");
        for (String name : Stage.PEOPLE) {
            String role = name.equals("ada") && draw.chance(0.7) ? "admin" : draw.any(stage.roles());
            play.teammate(stage.workspace, name, role);
            Optional<Instant> until = draw.end(0.25, START).filter(START::isBefore);
            play.members.assignRole(
                    SERVER,
                    stage.workspace,
                    new UserId(name),
                    new NewRole(role, until, until.map(end -> draw.any(stage.roles()))),
                    Expected.any());
        }
    }

    private void sessions() {
        for (String name : Stage.PEOPLE) {
            for (int i = draw.below(4); i > 0; i--) {
                play.keycloaks.open(stage.workspace.id(), new UserId(name), name + i, START, "app" + i);
            }
        }
    }

    private void teams() {
        for (String name : List.of("Blue", "Red")) {
            TeamId team = play.teams.create(SERVER, stage.workspace, name).id();
            draw.some(Stage.PEOPLE, 0.3)
                    .forEach(member -> play.teams.add(SERVER, stage.workspace, team, new UserId(member)));
        }
    }

    private void overrides() {
        for (int i = draw.below(7); i > 0; i--) {
            OverrideDraft override = new OverrideDraft(
                    draw.chance(0.5) ? Effect.ALLOW : Effect.DENY,
                    new PermissionKey(draw.any(List.copyOf(stage.catalogue.keys()))),
                    draw.maybe(0.4, draw.any(stage.projects())),
                    Optional.empty(),
                    draw.end(0.5, START));
            try {
                play.overrides.make(
                        SERVER, stage.workspace, new UserId(draw.any(Stage.PEOPLE)), override, Expected.any());
            } catch (Problem impossible) {
                // it doesn't fit, or is there: then there is one fewer
            }
        }
    }

    /** Some as the customer's own identity provider gives them. */
    private void grants() {
        for (int i = draw.below(6); i > 0; i--) {
            Grantee grantee = draw.chance(0.5)
                    ? Grantee.team(new TeamId(draw.any(stage.teamIds())))
                    : Grantee.teammate(new UserId(draw.any(Stage.PEOPLE)));
            Source source = draw.chance(0.2) ? Source.SCIM : Source.MANUAL;
            String project = draw.any(stage.projects());
            Optional<RoleRef> role = draw.maybe(0.7, ref(draw.any(stage.roles())));
            Optional<Instant> until = draw.end(0.4, START).filter(START::isBefore);
            if (play.grantStore
                    .find(stage.workspace.id(), project, grantee, source)
                    .isEmpty()) {
                play.grantStore.insert(
                        stage.workspace,
                        new WorkspaceGrant(
                                Ids.uuid(), project, grantee, role, until, source, Optional.empty(), START, 1));
            }
        }
    }

    private void ends() {
        for (String name : Stage.PEOPLE) {
            if (draw.chance(0.1)) {
                play.shutOut.add(new UserId(name));
            }
            if (draw.chance(0.1)) {
                play.members.suspend(SERVER, stage.workspace, new UserId(name), Expected.any());
            }
        }
        for (String project : List.of("shop", "web")) {
            if (draw.chance(0.2)) {
                play.projects.archive(SERVER, stage.workspace, project, Expected.any());
            }
        }
        play.settings.save(
                SERVER,
                stage.workspace,
                new Settings.Wanted(
                        draw.chance(0.4) ? draw.any(stage.roles()) : null, null, !draw.chance(0.1), null, null),
                Expected.any());
    }

    private static RoleRef ref(String key) {
        return Stage.PRESETS.contains(key) ? new RoleRef.OfPreset(key) : new RoleRef.OfCustom(key);
    }
}
