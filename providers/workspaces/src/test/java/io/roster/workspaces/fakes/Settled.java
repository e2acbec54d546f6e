// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.access.Effect;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.access.World;
import io.roster.access.Worlds;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.member.NewRole;
import io.roster.workspaces.override.OverrideDraft;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.project.GrantDraft;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.project.ProjectEdit;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A random world, set up in a workspace of {@link Play} by the changes that people make. What no facade would let anybody write is left
 * out of it: overrides of the account in a project, of unheard-of projects, and twice the same.
 */
public final class Settled {

    private static final UserId ANN = new UserId("ann");
    /** Before every end of a world, because nobody can write what has ended. */
    private static final Instant BEFORE = Worlds.START.minus(Duration.ofMinutes(1));

    private final Play play;
    private final Workspace workspace;
    private final World world;
    private final Map<Set<String>, String> roles = new LinkedHashMap<>();

    /** @param workspace one that is new in this play */
    public Settled(World drawn, Play play, Workspace workspace) {
        this.play = play;
        this.workspace = workspace;
        world = possible(drawn);
        play.now = BEFORE;
        play.catalogueStore.replace(play.realm, catalogue());
        play.teammate(workspace, ANN.value(), Preset.DEFAULT);
        projects();
        play.members.assignRole(
                Play.SERVER,
                workspace,
                ANN,
                new NewRole(
                        role(world.role()),
                        Optional.ofNullable(world.roleUntil()),
                        Optional.ofNullable(world.roleUntil()).map(end -> role(world.successor()))),
                Expected.any());
        world.exemptions().forEach(this::override);
        for (int number = 0; number < world.accesses().size(); number++) {
            grant(number, world.accesses().get(number));
        }
        archive();
        plan();
        if (!world.active()) {
            play.members.suspend(Play.SERVER, workspace, ANN, Expected.any());
        }
    }

    /** The world as it is set up. */
    public World world() {
        return world;
    }

    /** What Ann has at a moment, which isn't before the last one that was asked for. */
    public Optional<Standing> at(Instant moment) {
        play.now = moment;
        return play.access.in(play.realm, workspace.id(), ANN);
    }

    /** The key of her role then. */
    public String roleAt(Instant moment) {
        boolean followed = world.roleUntil() != null && !moment.isBefore(world.roleUntil());
        return roles.get(followed ? world.successor() : world.role());
    }

    private static World possible(World drawn) {
        Set<List<Object>> places = new HashSet<>();
        List<World.Exemption> exemptions = new ArrayList<>();
        for (World.Exemption exemption : drawn.exemptions()) {
            boolean possible = exemption.project() == null
                    || drawn.projects().containsKey(exemption.project())
                            && !drawn.catalogue().get(exemption.key()).account();
            if (possible
                    && places.add(List.of(exemption.denial(), exemption.key(), String.valueOf(exemption.project())))) {
                exemptions.add(exemption);
            }
        }
        return new World(
                drawn.catalogue(),
                drawn.plan(),
                drawn.active(),
                drawn.role(),
                drawn.roleUntil(),
                drawn.successor(),
                exemptions,
                drawn.accesses().stream()
                        .filter(access -> drawn.projects().containsKey(access.project()))
                        .toList(),
                drawn.projects());
    }

    private RealmCatalogue catalogue() {
        Preset nothing = new Preset(Preset.DEFAULT, "Read-Only", "", PermissionSet.empty());
        return new RealmCatalogue(Ids.uuid(), world.engineCatalogue(), List.of(nothing));
    }

    private String role(Set<String> keys) {
        return roles.computeIfAbsent(
                keys,
                wanted -> play.roles
                        .create(
                                Play.SERVER,
                                workspace,
                                new RoleDraft("Role " + roles.size(), "", Preset.DEFAULT, keys(wanted), List.of()))
                        .key());
    }

    private void projects() {
        world.projects().forEach((key, state) -> {
            if (!key.equals("main")) {
                play.projects.create(Play.SERVER, workspace, key, "Project " + key);
                play.projects.edit(
                        Play.SERVER,
                        workspace,
                        key,
                        new ProjectEdit("Project " + key, Optional.of(state.open())),
                        Expected.any());
            }
        });
    }

    private void archive() {
        world.projects().forEach((key, state) -> {
            if (state.archived()) {
                play.projects.archive(Play.SERVER, workspace, key, Expected.any());
            }
        });
    }

    private void override(World.Exemption exemption) {
        play.overrides.make(
                Play.SERVER,
                workspace,
                ANN,
                new OverrideDraft(
                        exemption.denial() ? Effect.DENY : Effect.ALLOW,
                        new PermissionKey(exemption.key()),
                        Optional.ofNullable(exemption.project()),
                        Optional.empty(),
                        Optional.ofNullable(exemption.until())),
                Expected.any());
    }

    /** The first of a project by name, every other one through a team. */
    private void grant(int number, World.Access access) {
        boolean isFirst = world.accesses().subList(0, number).stream()
                .noneMatch(earlier -> earlier.project().equals(access.project()));
        Grantee grantee = isFirst ? Grantee.teammate(ANN) : team(number);
        play.grants.make(
                Play.SERVER,
                workspace,
                new GrantDraft(
                        access.project(),
                        grantee,
                        Optional.ofNullable(access.role()).map(this::role),
                        Optional.ofNullable(access.until())));
    }

    private Grantee team(int number) {
        var team = play.teams.create(Play.SERVER, workspace, "Team " + number);
        play.teams.add(Play.SERVER, workspace, team.id(), ANN);
        return Grantee.team(team.id());
    }

    private void plan() {
        List<String> known = world.catalogue().values().stream()
                .map(World.Entry::entitlement)
                .filter(entitlement -> entitlement != null && world.plan().contains(entitlement))
                .distinct()
                .toList();
        play.plans.save(Play.SERVER, play.realm, "drawn", new Plans.Wanted("Drawn", known), Expected.any());
        play.plans.assign(Play.SERVER, workspace, Optional.of("drawn"), Expected.any());
    }

    private static List<PermissionKey> keys(Set<String> keys) {
        return keys.stream().map(PermissionKey::new).toList();
    }
}
