// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import io.roster.testkit.Api;
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
 * @param override of the mate, of something that the role gives already
 */
record Target(
        Workspace workspace,
        Person boss,
        Person mate,
        Person idle,
        String custom,
        String team,
        String empty,
        String override) {

    static Target in(TestRealm realm) {
        Person boss = realm.person();
        Person mate = realm.person();
        Person idle = realm.person();
        Workspace workspace = realm.workspace(boss, mate, idle);
        realm.assign(workspace, boss, "admin");
        realm.assign(workspace, mate, "analyst");
        realm.assign(workspace, idle, "admin");
        realm.asAdministrator()
                .post(workspace.path("/teammates/" + idle.id() + "/suspend"), null)
                .is(200);
        String custom = realm.asAdministrator()
                .post(workspace.path("/roles"), Map.of("name", "Spare", "from", "consumer"))
                .is(201)
                .json()
                .path("key")
                .asText();
        realm.asAdministrator()
                .delete(workspace.path("/roles/analyst/permissions/charts.export"))
                .is(200);
        String team = team(realm, workspace, "Editors");
        realm.asAdministrator()
                .put(workspace.path("/teams/" + team + "/members/" + mate.id()))
                .is(204);
        String override = realm.asAdministrator()
                .post(
                        workspace.path("/teammates/" + mate.id() + "/overrides"),
                        Map.of("effect", "allow", "permission", "charts.run"))
                .is(201)
                .json()
                .path("id")
                .asText();
        return new Target(workspace, boss, mate, idle, custom, team, team(realm, workspace, "Writers"), override);
    }

    private static String team(TestRealm realm, Workspace workspace, String name) {
        return realm.asAdministrator()
                .post(workspace.path("/teams"), Map.of("name", name))
                .is(201)
                .json()
                .path("id")
                .asText();
    }

    /** What an endpoint of {@link WritingCalls} is for, done to this workspace. */
    Reply send(String endpoint, Api caller) {
        return send(endpoint, caller, workspace.alias(), role(endpoint), user(endpoint), team(endpoint));
    }

    /** The same with some role, some user and some team in the path. */
    Reply send(String endpoint, Api caller, String role, String user, String someTeam) {
        return send(endpoint, caller, workspace.alias(), role, user, someTeam);
    }

    /** The same call at an alias that no workspace has, as long as this one's: an answer may repeat the path. */
    Reply sendToNowhere(String endpoint, Api caller) {
        String nowhere = "x".repeat(workspace.alias().length());
        return send(endpoint, caller, nowhere, role(endpoint), user(endpoint), team(endpoint));
    }

    private String role(String endpoint) {
        boolean isPreset = endpoint.endsWith("/reset") || endpoint.startsWith("PUT /roles/{role}/permissions");
        return isPreset ? "analyst" : custom;
    }

    private String user(String endpoint) {
        return endpoint.endsWith("/reactivate") ? idle.id() : mate.id();
    }

    private String team(String endpoint) {
        return endpoint.startsWith("PUT /teams/{team}/members") ? empty : team;
    }

    private Reply send(String endpoint, Api caller, String alias, String role, String user, String someTeam) {
        String[] parts = endpoint.split(" ");
        boolean isPreset = endpoint.startsWith("PUT /roles/{role}/permissions");
        String path = parts[1].replace("{role}", role)
                .replace("{permission}", isPreset ? "charts.export" : "charts.run")
                .replace("{team}", someTeam)
                .replace("{user}", user)
                .replace("{override}", override);
        return caller.send(parts[0], "/workspaces/" + alias + path, WritingCalls.body(endpoint));
    }
}
