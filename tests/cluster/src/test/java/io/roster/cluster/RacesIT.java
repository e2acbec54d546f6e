// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import io.roster.testkit.cluster.Hold;
import io.roster.testkit.cluster.Node;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two changes that can't both be: one is sent to each node, in both orders while a test holds the workspace's row, so
 * that both are provably inside, and then many times at once. One of them wins, and the other is told why it didn't.
 */
@TheCluster
class RacesIT {

    private static final int TIMES = 25;

    private final Cluster cluster;
    private final String name;
    private final TestRealm realm;
    private final Api one;
    private final Api two;
    private final AtomicInteger numbers = new AtomicInteger();
    private Person ann;
    private Workspace acme;

    RacesIT(Cluster cluster) {
        this.cluster = cluster;
        this.name = cluster.newRealm();
        this.realm = cluster.one().realm(name);
        this.one = realm.asAdministrator();
        this.two = cluster.two().realm(name).asAdministrator();
    }

    @BeforeEach
    void aWorkspaceThatWasWrittenTo() {
        ann = realm.person();
        acme = realm.workspace(ann);
        realm.assign(acme, ann, "consumer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a preset", "a custom role"})
    @Tag("ROLE-3")
    @Tag("ROLE-4")
    void ofTwoEditsWithTheSameETagOneWins(String kind) {
        race("two edits of " + kind + " with the same ETag", "200 & 412 stale", "412 stale & 200", () -> {
            String role = kind.equals("a preset") ? "analyst" : newRole();
            Reply read = one.get(path(role)).is(200);
            String left = fresh();
            String right = fresh();
            return new Fight(
                    acme,
                    () -> one.ifMatch(read.etag()).put(path(role), renamed(read, left)),
                    () -> two.ifMatch(read.etag()).put(path(role), renamed(read, right)),
                    met -> assertEquals(
                            met.one().status() == 200 ? left : right,
                            one.get(path(role)).json().path("name").asText()));
        });
    }

    @Test
    @Tag("ROLE-5")
    void aRoleIsDeletedOrAssignedAndNeverBoth() {
        race("a role is deleted and assigned", "204 & 400 validation", "409 in-use & 200", () -> {
            String role = newRole();
            return new Fight(
                    acme, () -> one.delete(path(role)), () -> two.put(roleOf(ann), Map.of("role", role)), met -> {
                        boolean deleted = met.one().status() == 204;
                        one.get(path(role)).is(deleted ? 404 : 200);
                        assertEquals(!deleted, role.equals(held(ann)));
                        realm.assign(acme, ann, "consumer");
                    });
        });
    }

    @Test
    @Tag("ROLE-4")
    void aNameIsTakenOnce() {
        race("two roles of the same name", "201 & 409 duplicate", "409 duplicate & 201", () -> {
            String wanted = fresh();
            return new Fight(
                    acme,
                    () -> one.post(acme.path("/roles"), draft(wanted)),
                    () -> two.post(acme.path("/roles"), draft(wanted)),
                    met -> assertEquals(1, named(wanted)));
        });
    }

    @Test
    @Tag("ROLE-4")
    void aNameIsTakenOnceByRenaming() {
        race("two roles renamed to the same name", "200 & 409 duplicate", "409 duplicate & 200", () -> {
            String wanted = fresh();
            Reply left = one.get(path(newRole())).is(200);
            Reply right = one.get(path(newRole())).is(200);
            return new Fight(
                    acme,
                    () -> one.put(path(key(left)), renamed(left, wanted)),
                    () -> two.put(path(key(right)), renamed(right, wanted)),
                    met -> assertEquals(1, named(wanted)));
        });
    }

    @Test
    @Tag("ROLE-3")
    void aPresetAndACustomRoleDontTakeTheSameName() {
        race("a preset renamed to a new role's name", "200 & 409 duplicate", "409 duplicate & 201", () -> {
            String wanted = fresh();
            Reply preset = one.get(path("analyst")).is(200);
            return new Fight(
                    acme,
                    () -> one.put(path("analyst"), renamed(preset, wanted)),
                    () -> two.post(acme.path("/roles"), draft(wanted)),
                    met -> assertEquals(1, named(wanted)));
        });
    }

    @Test
    @Tag("ROLE-3")
    void aPresetIsHiddenOrAssignedAndNeverBoth() {
        race("a preset is hidden and assigned", "200 & 400 validation", "409 in-use & 200", () -> {
            Reply preset = one.get(path("architect")).is(200);
            Map<String, Object> hidden = Map.of(
                    "name",
                    preset.json().path("name"),
                    "permissions",
                    preset.json().path("permissions"),
                    "hidden",
                    true);
            return new Fight(
                    acme,
                    () -> one.put(path("architect"), hidden),
                    () -> two.put(roleOf(ann), Map.of("role", "architect")),
                    met -> {
                        assertEquals(met.two().status() == 200, "architect".equals(held(ann)));
                        one.post(path("architect/reset"), null).is(200);
                        realm.assign(acme, ann, "consumer");
                    });
        });
    }

    @Test
    @Tag("MATE-2")
    void ofTwoAssignmentsWithTheSameETagOneWins() {
        race("two assignments with the same ETag", "200 & 412 stale", "412 stale & 200", () -> {
            realm.assign(acme, ann, "consumer");
            String etag = one.get(acme.path("/teammates/" + ann.id())).is(200).etag();
            return new Fight(
                    acme,
                    () -> one.ifMatch(etag).put(roleOf(ann), Map.of("role", "analyst")),
                    () -> two.ifMatch(etag).put(roleOf(ann), Map.of("role", "architect")),
                    met -> assertEquals(met.one().status() == 200 ? "analyst" : "architect", held(ann)));
        });
    }

    @Test
    @Tag("REALM-5")
    void whoeverLeavesWhileTheyAreGivenARoleLeavesNothing() {
        race("a teammate leaves and is given a role", "204 & 404 not-found", "204 & 200", () -> {
            Person bob = realm.person();
            acme.add(bob);
            assertEquals(1, teammates(bob));
            return new Fight(
                    acme,
                    () -> keycloak(cluster.one()).delete("/organizations/" + acme.id() + "/members/" + bob.id()),
                    () -> two.put(roleOf(bob), Map.of("role", "analyst")),
                    met -> assertEquals(0, teammates(bob)));
        });
    }

    @Test
    @Tag("REALM-5")
    void whatIsMadeWhileItsWorkspaceGoesGoesToo() {
        race("a workspace is deleted and given a role", "204 & 404 not-found", "204 & 201", () -> {
            // each time another one, since it goes
            acme = realm.workspace(ann);
            realm.assign(acme, ann, newRole());
            assertEquals(3, rows(acme));
            return new Fight(
                    acme,
                    () -> keycloak(cluster.one()).delete("/organizations/" + acme.id()),
                    () -> two.post(acme.path("/roles"), draft(fresh())),
                    met -> assertEquals(0, rows(acme)));
        });
    }

    @Test
    @Tag("ROLE-4")
    void twoFirstChangesOfAWorkspaceComeOneAfterTheOther() {
        Workspace untouched = realm.workspace();
        String realmId = realm.keycloak().toRepresentation().getId();
        Hold row = cluster.database()
                .hold(
                        "insert into WS_WORKSPACE (ORG_ID, REALM_ID, EPOCH, TEAMMATE_FLOOR) values (?, ?, 0, 0)",
                        untouched.id(),
                        realmId);

        Meeting met = Meeting.inLine(
                row,
                () -> one.post(untouched.path("/roles"), draft("Steward")),
                () -> two.post(untouched.path("/roles"), draft("Steward")));

        assertTrue(Set.of("201 & 409 duplicate", "409 duplicate & 201").contains(met.toString()), met::toString);
        two.post(untouched.path("/roles"), draft("Steward 2")).is(201);
        assertEquals(2, cluster.database().count("select EPOCH from WS_WORKSPACE where ORG_ID = ?", untouched.id()));
    }

    @Test
    @Tag("PLAN-1")
    void aPlanIsDeletedOrGivenAndNeverBoth() {
        String realmId = realm.keycloak().toRepresentation().getId();
        Supplier<Hold> row =
                () -> cluster.database().hold("select 1 from WS_REALM where REALM_ID = ? for update", realmId);
        Map<String, ?> plan = Map.of("name", "Starter", "entitlements", List.of());
        Supplier<Reply> delete = () -> one.delete("/plans/starter");
        Supplier<Reply> give = () -> two.put(acme.path("/plan"), Map.of("plan", "starter"));

        one.put("/plans/starter", plan).is(201);
        assertEquals(
                "204 & 400 validation", Meeting.inLine(row.get(), delete, give).toString());
        one.put("/plans/starter", plan).is(201);
        assertEquals("200 & 409 in-use", Meeting.inLine(row.get(), give, delete).toString());
        one.get("/plans/starter").is(200);
        two.put(acme.path("/plan"), Collections.singletonMap("plan", null)).is(200);
    }

    /** Whoever joins takes the default role without the workspace's row, and Keycloak's own call must not fail by that. */
    @Test
    @Tag("REALM-3")
    @Tag("ROLE-5")
    void aRoleThatWasTheDefaultIsNotDeletedWhileSomebodyJoinsWithIt() {
        Person bob = realm.person();
        String role = newRole();
        one.put(acme.path("/settings"), Map.of("defaultRole", role)).is(200);
        CompletableFuture<Void> joining;
        CompletableFuture<Reply> deleting;
        try (Hold words = cluster.database().hold("lock table WS_MEMBER_WORD in share mode")) {
            joining = CompletableFuture.runAsync(() -> acme.add(bob));
            words.awaitWaiting(1);
            assertEquals(1, words.waitingAfterWriting("ws_member"));
            two.put(acme.path("/settings"), Map.of()).is(200);
            deleting = CompletableFuture.supplyAsync(() -> two.delete(path(role)));
            words.awaitWaiting(2);
        }
        joining.join();
        deleting.join().isProblem(409, "in-use");
        assertEquals(role, held(bob));
        realm.assign(acme, bob, "consumer");
        two.delete(path(role)).is(204);
    }

    private void race(String what, String ifOneIsFirst, String ifTwoIsFirst, Supplier<Fight> fights) {
        Fight fight = fights.get();
        Meeting met = Meeting.inLine(cluster.database(), fight.workspace(), fight.one(), fight.two());
        assertEquals(ifOneIsFirst, met.toString(), "one first");
        fight.afterwards().accept(met);

        fight = fights.get();
        met = Meeting.inLine(cluster.database(), fight.workspace(), fight.two(), fight.one())
                .turned();
        assertEquals(ifTwoIsFirst, met.toString(), "two first");
        fight.afterwards().accept(met);

        Map<String, Integer> outcomes = new TreeMap<>();
        for (int time = 0; time < TIMES; time++) {
            fight = fights.get();
            met = time % 2 == 0
                    ? Meeting.atOnce(fight.one(), fight.two())
                    : Meeting.atOnce(fight.two(), fight.one()).turned();
            outcomes.merge(met.toString(), 1, Integer::sum);
            fight.afterwards().accept(met);
        }
        System.out.println(what + ", " + TIMES + " times at once: " + outcomes);
        assertTrue(Set.of(ifOneIsFirst, ifTwoIsFirst).containsAll(outcomes.keySet()), outcomes::toString);
    }

    /** Keycloak's own API for the realm's administrators, on a node. */
    private Api keycloak(Node node) {
        return new Api(
                node.url() + "/admin/realms/" + name,
                () -> node.administrator().tokenManager().getAccessTokenString());
    }

    private String newRole() {
        return key(one.post(acme.path("/roles"), draft(fresh())).is(201));
    }

    private String path(String role) {
        return acme.path("/roles/" + role);
    }

    private String roleOf(Person person) {
        return acme.path("/teammates/" + person.id() + "/role");
    }

    private String held(Person person) {
        return one.get(acme.path("/teammates/" + person.id()))
                .is(200)
                .json()
                .path("role")
                .asText();
    }

    private long teammates(Person person) {
        return cluster.database().count("select count(*) from WS_MEMBER where USER_ID = ?", person.id());
    }

    private long rows(Workspace workspace) {
        return Stream.of("WS_WORKSPACE", "WS_ROLE", "WS_MEMBER")
                .mapToLong(table ->
                        cluster.database().count("select count(*) from " + table + " where ORG_ID = ?", workspace.id()))
                .sum();
    }

    private long named(String wanted) {
        JsonNode roles = one.get(acme.path("/roles?max=500")).is(200).json().path("items");
        return StreamSupport.stream(roles.spliterator(), false)
                .filter(role -> role.path("name").asText().equals(wanted))
                .count();
    }

    private String fresh() {
        return "Role " + numbers.incrementAndGet();
    }

    private static String key(Reply role) {
        return role.json().path("key").asText();
    }

    private static Map<String, Object> draft(String name) {
        return Map.of("name", name, "from", "consumer", "add", List.of(), "remove", List.of());
    }

    private static Map<String, Object> renamed(Reply role, String name) {
        return Map.of("name", name, "permissions", role.json().path("permissions"));
    }
}
