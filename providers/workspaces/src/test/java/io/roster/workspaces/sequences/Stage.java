// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.fakes.RealmRights;
import io.roster.workspaces.member.Session;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.override.TeammateOverride;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.project.WorkspaceGrant;
import io.roster.workspaces.project.WorkspaceProject;
import io.roster.workspaces.role.CustomRole;
import io.roster.workspaces.team.Team;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One workspace and everybody who may call, with what is there to be named in a call, ended or not. */
final class Stage {

    static final List<String> PEOPLE = List.of("ada", "ben", "cat", "dan", "eve", "fin", "gus");

    /** Bea is a teammate of another workspace, Oda of none. */
    static final List<String> OUTSIDERS = List.of("bea", "oda");

    static final List<String> PRESETS = List.of("read-only", "consumer", "admin");
    static final List<String> PLANS = List.of("large", "small");

    /** The second one has no service account. */
    static final List<String> CLIENTS = List.of("robot", "page");

    final Play play;
    final Workspace workspace;
    final DrawnCatalogue catalogue;

    Stage(Play play, DrawnCatalogue catalogue) {
        this.play = play;
        this.workspace = play.acme;
        this.catalogue = catalogue;
    }

    static Caller.Person person(String name) {
        return new Caller.Person(name, "app");
    }

    static Caller serviceAccount() {
        return new Caller.ServiceAccount(CLIENTS.get(0), "id-" + CLIENTS.get(0), "service-account-robot");
    }

    /** One with all rights, one who forces, one of the realm alone, one who may touch no user, and one who may only look. */
    static List<Caller.Administrator> administrators() {
        return List.of(
                new Caller.Administrator("rhea", Administrators.ALL),
                new Caller.Administrator("rhea", Administrators.ALL, true),
                new Caller.Administrator("rena", new RealmRights(true, true)),
                new Caller.Administrator(
                        "otto", new Administrators(Set.of("viewsOrganization", "managesOrganization"), null)),
                new Caller.Administrator("luke", new Administrators(Set.of("viewsOrganization", "viewsRealm"), null)));
    }

    /** Those who are teammates now. */
    List<String> teammates() {
        return PEOPLE.stream().filter(name -> teammate(name).isPresent()).toList();
    }

    List<String> suspended() {
        return teammates().stream()
                .filter(name -> teammate(name).orElseThrow().status() == Teammate.Status.SUSPENDED)
                .toList();
    }

    Optional<Teammate> teammate(String name) {
        return play.memberStore.find(workspace.id(), new UserId(name));
    }

    /** Presets and custom roles. */
    List<String> roles() {
        return Stream.concat(PRESETS.stream(), customRoles().stream().map(CustomRole::id))
                .toList();
    }

    List<CustomRole> customRoles() {
        return play.roleStore.page(workspace.id(), Integer.MAX_VALUE, Optional.empty(), Optional.empty());
    }

    List<String> roleNames() {
        return customRoles().stream().map(role -> role.name().text()).toList();
    }

    List<Team> teams() {
        return play.teamStore.page(workspace, Integer.MAX_VALUE, Optional.empty());
    }

    List<String> teamIds() {
        return teams().stream().map(team -> team.id().value()).toList();
    }

    List<String> projects() {
        List<String> keys = new ArrayList<>(List.of("main"));
        projectRows().forEach(project -> keys.add(project.key()));
        return keys;
    }

    /** All but the one that each workspace has. */
    List<WorkspaceProject> projectRows() {
        return play.projectStore.page(workspace.id(), Integer.MAX_VALUE, Optional.empty());
    }

    List<String> archived() {
        return projectRows().stream()
                .filter(WorkspaceProject::archived)
                .map(WorkspaceProject::key)
                .toList();
    }

    /** In an order that doesn't depend on ids, which are random. */
    List<WorkspaceGrant> grants() {
        return projects().stream()
                .flatMap(
                        key -> play
                                .grantStore
                                .ofProject(workspace.id(), key, Instant.MIN, Integer.MAX_VALUE, Optional.empty())
                                .stream())
                .sorted(Comparator.comparing(WorkspaceGrant::project)
                        .thenComparing(grant -> grant.grantee().id())
                        .thenComparing(WorkspaceGrant::source))
                .toList();
    }

    List<String> sessionsOf(String name) {
        return play.keycloaks.of(workspace.id(), new UserId(name)).stream()
                .map(Session::id)
                .toList();
    }

    List<TeammateOverride> overridesOf(String name) {
        return play.overrideStore.of(workspace.id(), new UserId(name));
    }
}
