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
 */
record Target(Workspace workspace, Person boss, Person mate, Person idle, String custom) {

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
        return new Target(workspace, boss, mate, idle, custom);
    }

    /** What an endpoint of {@link WritingCalls} is for, done to this workspace. */
    Reply send(String endpoint, Api caller) {
        return send(endpoint, caller, workspace.alias(), role(endpoint), user(endpoint));
    }

    /** The same with some role and some user in the path. */
    Reply send(String endpoint, Api caller, String role, String user) {
        return send(endpoint, caller, workspace.alias(), role, user);
    }

    /** The same call at an alias that no workspace has, as long as this one's: an answer may repeat the path. */
    Reply sendToNowhere(String endpoint, Api caller) {
        return send(endpoint, caller, "x".repeat(workspace.alias().length()), role(endpoint), user(endpoint));
    }

    private String role(String endpoint) {
        boolean isPreset = endpoint.endsWith("/reset") || endpoint.startsWith("PUT /roles/{role}/permissions");
        return isPreset ? "analyst" : custom;
    }

    private String user(String endpoint) {
        return endpoint.endsWith("/reactivate") ? idle.id() : mate.id();
    }

    private static Reply send(String endpoint, Api caller, String alias, String role, String user) {
        String[] parts = endpoint.split(" ");
        boolean isPreset = endpoint.startsWith("PUT /roles/{role}/permissions");
        String path = parts[1].replace("{role}", role)
                .replace("{permission}", isPreset ? "charts.export" : "charts.run")
                .replace("{user}", user);
        return caller.send(parts[0], "/workspaces/" + alias + path, WritingCalls.body(endpoint));
    }
}
