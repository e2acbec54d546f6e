// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import io.roster.testkit.Api;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.util.Map;

/**
 * A workspace at which calls are aimed, with something to change in it for each of them.
 *
 * @param boss its Admin
 * @param mate an Analyst of it
 * @param idle an Admin who is suspended
 * @param custom a custom role that nobody has
 * @param team a team with the mate in it
 * @param empty a team with nobody in it
 * @param project an open project
 * @param archived an archived one
 * @param grant the team's grant in the open project
 * @param override of the mate, of something that the role gives already
 * @param session in which the mate has tokens for the workspace
 */
record Target(
        Workspace workspace,
        Person boss,
        Person mate,
        Person idle,
        String custom,
        String team,
        String empty,
        String project,
        String archived,
        String grant,
        String override,
        String session) {

    /** Stands in bodies for the team with nobody in it. */
    static final String EMPTY_TEAM = "{empty}";

    /** What a path names. */
    record Ids(String role, String user, String team, String project, String grant, String override, String session) {}

    static Target in(TestRealm realm) {
        Person boss = realm.person();
        Person mate = realm.person();
        Person idle = realm.person();
        Workspace workspace = realm.workspace(boss, mate, idle);
        realm.assign(workspace, boss, "admin");
        realm.assign(workspace, mate, "analyst");
        realm.assign(workspace, idle, "admin");
        Api api = realm.asAdministrator();
        api.post(workspace.path("/teammates/" + idle.id() + "/suspend"), null).is(200);
        String custom = made(api, workspace, "/roles", Map.of("name", "Spare", "from", "consumer"), "key");
        api.delete(workspace.path("/roles/analyst/permissions/charts.export")).is(200);
        String team = made(api, workspace, "/teams", Map.of("name", "Editors"), "id");
        String empty = made(api, workspace, "/teams", Map.of("name", "Writers"), "id");
        api.put(workspace.path("/teams/" + team + "/members/" + mate.id())).is(204);
        // keys that no other workspace has
        String project = project(api, workspace, "open-" + workspace.alias());
        String archived = project(api, workspace, "old-" + workspace.alias());
        api.put(workspace.path("/projects/" + project), Map.of("name", "Open", "open", true))
                .is(200);
        api.post(workspace.path("/projects/" + archived + "/archive"), null).is(200);
        Map<String, ?> grant = Map.of("team", team, "role", "consumer");
        return new Target(
                workspace,
                boss,
                mate,
                idle,
                custom,
                team,
                empty,
                project,
                archived,
                made(api, workspace, "/projects/" + project + "/grants", grant, "id"),
                made(
                        api,
                        workspace,
                        "/teammates/" + mate.id() + "/overrides",
                        Map.of("effect", "allow", "permission", "charts.run"),
                        "id"),
                session(realm, workspace, mate));
    }

    private static String session(TestRealm realm, Workspace workspace, Person mate) {
        realm.tokens().password(mate, workspace.scope()).bearer();
        return realm.asAdministrator()
                .get(workspace.path("/teammates/" + mate.id() + "/sessions"))
                .is(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private static String project(Api api, Workspace workspace, String key) {
        return made(api, workspace, "/projects", Map.of("key", key, "name", key), "key");
    }

    private static String made(Api api, Workspace workspace, String path, Map<String, ?> body, String id) {
        return api.post(workspace.path(path), body).is(201).json().path(id).asText();
    }

    /** What an endpoint of {@link WritingCalls} is for, done to this workspace. */
    Reply send(String endpoint, Api caller) {
        return send(endpoint, caller, workspace.alias(), fitting(endpoint));
    }

    /** The same with something else in the path. */
    Reply send(String endpoint, Api caller, Ids ids) {
        return send(endpoint, caller, workspace.alias(), ids);
    }

    /** The same call at an alias that no workspace has, as long as this one's: an answer may repeat the path. */
    Reply sendToNowhere(String endpoint, Api caller) {
        return send(endpoint, caller, "x".repeat(workspace.alias().length()), fitting(endpoint));
    }

    /** What this workspace has and no other. */
    Ids own() {
        return new Ids(custom, mate.id(), team, project, grant, override, session);
    }

    private Ids fitting(String endpoint) {
        boolean isPreset = endpoint.endsWith("/reset") || endpoint.startsWith("PUT /roles/{role}/permissions");
        boolean isEmpty = endpoint.startsWith("PUT /teams/{team}/members");
        return new Ids(
                isPreset ? "analyst" : custom,
                endpoint.endsWith("/reactivate") ? idle.id() : mate.id(),
                isEmpty ? empty : team,
                endpoint.endsWith("/restore") ? archived : project,
                grant,
                override,
                session);
    }

    private Reply send(String endpoint, Api caller, String alias, Ids ids) {
        String[] parts = endpoint.split(" ", 2);
        boolean isPreset = endpoint.startsWith("PUT /roles/{role}/permissions");
        String path = parts[1].replace("{role}", ids.role())
                .replace("{permission}", isPreset ? "charts.export" : "charts.run")
                .replace("{team}", ids.team())
                .replace("{project}", ids.project())
                .replace("{environment}", "development")
                .replace("{grant}", ids.grant())
                .replace("{user}", ids.user())
                .replace("{override}", ids.override())
                .replace("{session}", ids.session());
        Object body = WritingCalls.body(endpoint);
        return caller.send(
                parts[0],
                "/workspaces/" + alias + path,
                body == null ? null : Json.write(body).replace(EMPTY_TEAM, empty));
    }
}
