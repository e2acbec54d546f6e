// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import io.roster.testkit.Person;
import io.roster.testkit.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The endpoints of the administrators' surface that read, as {@code docs/reference/endpoints.txt} has them. */
final class LookingCalls {

    /** Of no workspace, and for whoever may view the realm. */
    private static final Set<String> OF_REALM = Set.of(
            "v1", "v1/audit", "v1/bindings", "v1/bindings/{clientId}", "v1/plans", "v1/plans/{plan}", "v1/settings");

    private final TestRealm realm;
    private final String client;

    LookingCalls(TestRealm realm) {
        this.realm = realm;
        this.client = realm.robot();
        realm.asAdministrator().put("/bindings/" + client, Map.of("all", true));
    }

    static List<String> endpoints() {
        return WritingCalls.list().stream()
                .filter(line -> line.startsWith("admin GET "))
                .map(line -> line.substring("admin GET ".length()))
                .toList();
    }

    static List<String> ofWorkspaces() {
        return endpoints().stream()
                .filter(endpoint -> endpoint.startsWith("v1/workspaces/"))
                .toList();
    }

    /** Whether it takes more than the right to view the organization. */
    static boolean needsMore(String endpoint) {
        return OF_REALM.contains(endpoint) || endpoint.contains("{user}");
    }

    /** What to ask for: each of the workspace's people, roles, teams, projects and grants, in whole and in pages of one. */
    Set<String> paths(String endpoint, Target target) {
        Stream<String> paths = Stream.of(endpoint.substring("v1".length()))
                .map(path -> path.replace("{workspace}", target.workspace().alias())
                        .replace("{clientId}", client)
                        .replace("{plan}", "everything"));
        List<String> people = people(target).stream().map(Person::id).toList();
        paths = each(paths, "{user}", people);
        paths = each(paths, "{role}", List.of(target.custom(), "admin", "analyst"));
        paths = each(paths, "{team}", List.of(target.team(), target.empty()));
        paths = endpoint.contains("{grant}")
                ? each(each(paths, "{project}", List.of(target.project())), "{grant}", grants(target))
                : each(paths, "{project}", List.of(target.project(), target.archived(), "main"));
        return paths.flatMap(path -> Stream.of(path, path + "?max=1")).collect(Collectors.toSet());
    }

    /** Everybody who is in it. */
    static List<Person> people(Target target) {
        return List.of(target.boss(), target.mate(), target.idle());
    }

    private List<String> grants(Target target) {
        String path = target.workspace().path("/projects/" + target.project() + "/grants");
        return realm.asAdministrator().get(path).is(200).json().path("items").findValuesAsText("id");
    }

    private static Stream<String> each(Stream<String> paths, String name, List<String> values) {
        return paths.flatMap(path -> values.stream().map(value -> path.replace(name, value)))
                .distinct();
    }
}
