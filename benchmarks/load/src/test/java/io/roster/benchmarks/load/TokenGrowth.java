// SPDX-License-Identifier: Apache-2.0
package io.roster.benchmarks.load;

import static io.roster.benchmarks.load.TokenCost.people;
import static io.roster.benchmarks.load.TokenCost.sessions;

import io.roster.benchmarks.load.Turns.Variant;
import io.roster.testkit.Person;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Tokens;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import io.roster.testkit.cluster.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How a token's cost grows with the projects of a workspace and with the grants that reach each of its people. In one
 * workspace there is {@code main} alone; in the others there are projects beside it, open ones or closed ones with a
 * grant of their own for each of the people.
 */
class TokenGrowth {

    @Test
    void projectsAndGrants() throws Exception {
        try (Cluster cluster = Cluster.start("node1")) {
            Node node = cluster.one();
            TestRealm realm = node.realm(cluster.newRealm());
            Turns.keepSessions(realm);
            Variant one = variant(realm, 0, 0);
            Variant hundred = variant(realm, 100, 0);
            Variant thousand = variant(realm, 1_000, 0);
            Variant granted = variant(realm, 0, 20);
            Turns turns = new Turns(node, List.of(one, hundred, thousand, granted));
            turns.run();
            turns.compare(hundred, one);
            turns.compare(thousand, one);
            turns.compare(granted, one);
        }
    }

    private static Variant variant(TestRealm realm, int open, int granted) {
        List<Person> people = people(realm);
        Workspace workspace = realm.workspace(people.toArray(Person[]::new));
        for (int i = 0; i < open; i++) {
            project(realm, workspace, "open-" + i);
            realm.asAdministrator()
                    .put(workspace.path("/projects/open-" + i), Map.of("name", "Open " + i, "open", true))
                    .is(200);
        }
        for (int i = 0; i < granted; i++) {
            project(realm, workspace, "closed-" + i);
            for (Person person : people) {
                realm.asAdministrator()
                        .post(
                                workspace.path("/projects/closed-" + i + "/grants"),
                                Map.of("teammate", person.id(), "role", "analyst"))
                        .is(201);
            }
        }
        Tokens tokens = realm.tokens();
        Variant variant = new Variant(
                open + " open, " + granted + " granted", tokens, sessions(tokens, people, workspace.scope()));
        requireProjects(variant, open, granted);
        return variant;
    }

    private static void project(TestRealm realm, Workspace workspace, String key) {
        realm.asAdministrator()
                .post(workspace.path("/projects"), Map.of("key", key, "name", key))
                .is(201);
    }

    /** What doesn't fit into the budget is left out, and says so. */
    private static void requireProjects(Variant variant, int open, int granted) {
        var claim = variant.sample().claim();
        if (claim.path("projects").size() != 1 + open + granted
                && !claim.path("ref").asBoolean()) {
            throw new IllegalStateException(variant + ": " + claim);
        }
    }
}
