// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.testkit.Api;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of the last two who can run a workspace one stays, whoever takes it from whom on which node. */
@TheCluster
@Tag("REALM-2")
class LastAdminRacesIT {

    private static final Map<String, ?> CONSUMER = Map.of("role", "consumer");

    private static Ring ring;

    private final Arena arena;

    LastAdminRacesIT(Cluster cluster) {
        arena = new Arena(cluster, ring.realm());
    }

    @BeforeAll
    static void aRing(Cluster cluster) {
        ring = new Ring(cluster);
    }

    @AfterAll
    static void nothingWaitedForEver() {
        ring.close();
    }

    @Test
    void theLastTwoAdminsDemoteEachOther() {
        ofTwoByEachOther(
                "the last two Admins demote each other",
                "200 & 403 forbidden",
                "403 forbidden & 200",
                (api, person) -> api.put(arena.roleOf(person), CONSUMER));
    }

    @Test
    void theLastTwoAdminsSuspendEachOther() {
        ofTwoByEachOther(
                "the last two Admins suspend each other",
                "200 & 404 not-found",
                "404 not-found & 200",
                (api, person) -> api.post(arena.at("teammates", person.id(), "suspend"), null));
    }

    @Test
    void theLastTwoAdminsRemoveEachOther() {
        ofTwoByEachOther(
                "the last two Admins remove each other",
                "204 & 404 not-found",
                "404 not-found & 204",
                (api, person) -> api.delete(arena.at("teammates", person.id())));
    }

    @Test
    void theLastTwoAdminsDemoteThemselves() {
        ofTwo(
                "the last two Admins demote themselves",
                "200 & 409 last-admin",
                "409 last-admin & 200",
                () -> arena.bossOnOne().put(arena.roleOf(arena.boss()), CONSUMER),
                () -> arena.otherOnTwo().put(arena.roleOf(arena.other()), CONSUMER));
    }

    @Test
    void theLastTwoAdminsLeave() {
        ofTwo(
                "the last two Admins leave",
                "204 & 409 last-admin",
                "409 last-admin & 204",
                () -> arena.bossOnOne()
                        .delete(arena.at("teammates", arena.boss().id())),
                () -> arena.otherOnTwo()
                        .delete(arena.at("teammates", arena.other().id())));
    }

    @Test
    void administratorsOfTheRealmSuspendOneAndRemoveTheOther() {
        ofTwo(
                "one of the last two Admins is suspended, the other removed",
                "200 & 409 last-admin",
                "409 last-admin & 204",
                () -> arena.one().post(arena.at("teammates", arena.boss().id(), "suspend"), null),
                () -> arena.two().delete(arena.at("teammates", arena.other().id())));
    }

    @Test
    void administratorsOfTheRealmDenyOneWhatItTakesAndDemoteTheOther() {
        Map<String, ?> denial = Map.of("effect", "deny", "permission", "teammates.manage");
        ring.fight(
                "one of the last two Admins is denied teammates.manage, the other demoted",
                "201 & 409 last-admin",
                "409 last-admin & 200",
                () -> {
                    Workspace acme = arena.workspace();
                    String denials = arena.at("teammates", arena.boss().id(), "overrides");
                    return new Fight(
                            acme,
                            () -> arena.one().post(denials, denial),
                            () -> arena.two().put(arena.roleOf(arena.other()), CONSUMER),
                            met -> {
                                boolean denied = met.one().status() == 201;
                                assertEquals(
                                        denied ? "admin" : "consumer",
                                        arena.text(
                                                "role",
                                                "teammates",
                                                arena.other().id()));
                                assertEquals(
                                        denied ? 1 : 0,
                                        arena.listed(
                                                "effect",
                                                "deny",
                                                "teammates",
                                                arena.boss().id(),
                                                "overrides"));
                                if (denied) {
                                    String id = met.one().json().path("id").asText();
                                    arena.one().delete(denials + "/" + id).is(204);
                                }
                                arena.realm().assign(acme, arena.other(), "admin");
                            });
                });
    }

    @Test
    void administratorsOfTheRealmTakeItFromTheRoleOfOneAndDemoteTheOther() {
        ring.fight(
                "the role of one of the last two Admins loses what it takes, the other is demoted",
                "200 & 409 last-admin",
                "409 last-admin & 200",
                () -> {
                    Workspace acme = arena.workspace();
                    String role = arena.newRole("teammates.manage", "security-settings.manage");
                    arena.realm().assign(acme, arena.boss(), role);
                    String permission = arena.at("roles", role, "permissions", "security-settings.manage");
                    return new Fight(
                            acme,
                            () -> arena.one().delete(permission),
                            () -> arena.two().put(arena.roleOf(arena.other()), CONSUMER),
                            met -> {
                                List<String> left = Json.texts(
                                        arena.read("roles", role).json().path("permissions"));
                                assertEquals(met.one().status() != 200, left.contains("security-settings.manage"));
                                assertEquals(
                                        met.one().status() == 200 ? "admin" : "consumer",
                                        arena.text(
                                                "role",
                                                "teammates",
                                                arena.other().id()));
                                List.of(arena.other(), arena.boss())
                                        .forEach(person -> arena.realm().assign(acme, person, "admin"));
                            });
                });
    }

    /** Each takes it from the other one; who comes second has lost the right to. */
    private void ofTwoByEachOther(
            String what, String ifOneIsFirst, String ifTwoIsFirst, BiFunction<Api, Person, Reply> take) {
        ofTwo(
                what,
                ifOneIsFirst,
                ifTwoIsFirst,
                () -> take.apply(arena.bossOnOne(), arena.other()),
                () -> take.apply(arena.otherOnTwo(), arena.boss()));
    }

    private void ofTwo(
            String what, String ifOneIsFirst, String ifTwoIsFirst, Supplier<Reply> one, Supplier<Reply> two) {
        ring.fight(what, ifOneIsFirst, ifTwoIsFirst, () -> {
            Workspace acme = arena.workspace();
            return new Fight(acme, one, two, met -> {
                assertEquals(1, admins(acme), "who is an Admin still");
                List.of(arena.boss(), arena.other()).forEach(person -> makeAdmin(acme, person));
            });
        });
    }

    private long admins(Workspace workspace) {
        return arena.count(
                "select count(*) from WS_MEMBER where ORG_ID = ? and PRESET = 'admin' and STATUS = 'active'",
                workspace.id());
    }

    private void makeAdmin(Workspace workspace, Person person) {
        String path = arena.at("teammates", person.id());
        Reply there = arena.one().get(path);
        if (there.status() == 404) {
            workspace.add(person);
        } else if (there.json().path("status").asText().equals("suspended")) {
            arena.one().post(path + "/reactivate", null).is(200);
        }
        if (!there.json().path("role").asText().equals("admin")) {
            arena.realm().assign(workspace, person, "admin");
        }
    }
}
