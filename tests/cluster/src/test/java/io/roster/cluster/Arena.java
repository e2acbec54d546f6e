// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import io.roster.testkit.Api;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import io.roster.testkit.cluster.Database;
import io.roster.testkit.cluster.Node;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A realm on two nodes with a workspace in it to fight over, which is another one now and then so that it stays small. */
final class Arena {

    private static final int FIGHTS = 50;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Database database;
    private final TestRealm realm;
    private final TestRealm onTwo;
    private final Api keycloak;
    private final Api keycloakOnTwo;
    private int fights = FIGHTS;
    private Workspace workspace;
    private Person boss;
    private Person other;
    private Api bossOnOne;
    private Api otherOnTwo;

    Arena(Cluster cluster, String name) {
        this.database = cluster.database();
        this.realm = cluster.one().realm(name);
        this.onTwo = cluster.two().realm(name);
        this.keycloak = keycloak(cluster.one(), name);
        this.keycloakOnTwo = keycloak(cluster.two(), name);
    }

    /** To be asked for at the beginning of each fight: two Admins are in the workspace, and nobody else. */
    Workspace workspace() {
        if (fights == FIGHTS) {
            fights = 0;
            boss = realm.person();
            other = realm.person();
            workspace = realm.workspace(boss, other);
            List.of(boss, other).forEach(person -> realm.assign(workspace, person, "admin"));
            bossOnOne = realm.as(boss, "roster:manage");
            otherOnTwo = onTwo.as(other, "roster:manage");
        }
        fights++;
        return workspace;
    }

    /** A realm administrator on the first node. */
    Api one() {
        return realm.asAdministrator();
    }

    /** A realm administrator on the second node. */
    Api two() {
        return onTwo.asAdministrator();
    }

    /** Keycloak's own API for administrators, on the first node. */
    Api keycloak() {
        return keycloak;
    }

    /** The same on the second node. */
    Api keycloakOnTwo() {
        return keycloakOnTwo;
    }

    Person boss() {
        return boss;
    }

    Person other() {
        return other;
    }

    Api bossOnOne() {
        return bossOnOne;
    }

    Api otherOnTwo() {
        return otherOnTwo;
    }

    TestRealm realm() {
        return realm;
    }

    TestRealm onTwo() {
        return onTwo;
    }

    /** Somebody else who joins, with the default role. */
    Person mate() {
        Person mate = realm.person();
        workspace.add(mate);
        return mate;
    }

    /** The path of something in the workspace. */
    String at(String... below) {
        return workspace.path("/" + String.join("/", below));
    }

    String roleOf(Person person) {
        return at("teammates", person.id(), "role");
    }

    String fresh() {
        return "thing-" + NUMBERS.incrementAndGet();
    }

    /** The key of a new role that has what Consumers have, and these. */
    String newRole(String... more) {
        return made("roles", Map.of("name", fresh(), "from", "consumer", "add", List.of(more)), "key");
    }

    String newTeam() {
        return made("teams", Map.of("name", fresh()), "id");
    }

    String newProject() {
        String key = fresh();
        return made("projects", Map.of("key", key, "name", key), "key");
    }

    String made(String where, Map<String, ?> what, String id) {
        return one().post(at(where), what).is(201).json().path(id).asText();
    }

    Reply read(String... below) {
        return one().get(at(below)).is(200);
    }

    /** What a field of something says that is read now. */
    String text(String field, String... below) {
        return read(below).json().path(field).asText();
    }

    /** How many of a list have this in a field. */
    long listed(String field, String value, String... below) {
        return read(below).json().path("items").findValuesAsText(field).stream()
                .filter(value::equals)
                .count();
    }

    long count(String sql, Object... values) {
        return database.count(sql, values);
    }

    private static Api keycloak(Node node, String realm) {
        return new Api(
                node.url() + "/admin/realms/" + realm,
                () -> node.administrator().tokenManager().getAccessTokenString());
    }
}
