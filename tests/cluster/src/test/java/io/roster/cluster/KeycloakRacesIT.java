// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done to people in Keycloak on one node, while a workspace of theirs is changed on the other. */
@TheCluster
class KeycloakRacesIT {

    private static Ring ring;

    private final Arena arena;

    KeycloakRacesIT(Cluster cluster) {
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
    @Tag("MATE-1")
    void anAdminIsRenamedAndGetsARole() {
        ring.fight("an Admin is renamed in Keycloak and gets a role", "204 & 200", "204 & 200", () -> {
            Workspace acme = arena.workspace();
            String name = arena.fresh();
            String user = path(arena.boss());
            ObjectNode renamed = account(arena.boss(), "firstName", name);
            return new Fight(
                    acme,
                    () -> arena.keycloak().put(user, renamed),
                    () -> arena.two().put(arena.roleOf(arena.boss()), Map.of("role", "architect")),
                    met -> {
                        assertEquals(
                                "architect",
                                arena.text("role", "teammates", arena.boss().id()));
                        assertEquals(
                                name + " Family",
                                arena.text("name", "teammates", arena.boss().id()));
                        arena.realm().assign(acme, arena.boss(), "admin");
                    });
        });
    }

    @Test
    @Tag("PROJ-2")
    void anAdminGetsAnotherAddressAndIsPutIntoATeam() {
        ring.fight("an Admin gets another address in Keycloak and a team", "204 & 204", "204 & 204", () -> {
            Workspace acme = arena.workspace();
            String address = arena.fresh() + "@example.com";
            String team = arena.newTeam();
            String user = path(arena.boss());
            ObjectNode moved = account(arena.boss(), "email", address);
            return new Fight(
                    acme,
                    () -> arena.keycloak().put(user, moved),
                    () -> arena.two()
                            .put(arena.at("teams", team, "members", arena.boss().id())),
                    met -> {
                        assertEquals(1, arena.listed("email", address, "teams", team, "members"));
                    });
        });
    }

    /** Neither takes the workspace's row: what they wait for is the user and the teammate. */
    @Test
    @Tag("PROJ-2")
    void aTeammateGetsAnotherAddressAndIsPutIntoATeamInKeycloakToo() {
        ring.fightFreely("a teammate gets another address and a team, both in Keycloak", "204 & 204", () -> {
            Workspace acme = arena.workspace();
            Person mate = arena.mate();
            String address = arena.fresh() + "@example.com";
            String team = arena.newTeam();
            ObjectNode moved = account(mate, "email", address);
            String member = "/organizations/" + acme.id() + "/groups/" + team + "/members/" + mate.id();
            return new Fight(
                    acme,
                    () -> arena.keycloak().put(path(mate), moved),
                    () -> arena.keycloakOnTwo().put(member),
                    met -> {
                        assertEquals(1, arena.listed("email", address, "teams", team, "members"));
                    });
        });
    }

    @Test
    @Tag("REALM-2")
    void oneOfTheLastTwoAdminsIsDisabledAndTheOtherDemoted() {
        lastTwo(
                "one of the last two Admins is disabled in Keycloak, the other demoted",
                () -> arena.keycloak().put(path(arena.boss()), account(arena.boss(), "enabled", false)),
                () -> arena.keycloak().put(path(arena.boss()), account(arena.boss(), "enabled", true)));
    }

    @Test
    @Tag("REALM-2")
    void oneOfTheLastTwoAdminsLosesThePasswordAndTheOtherTheRole() {
        lastTwo(
                "one of the last two Admins loses the password in Keycloak, the other the role",
                () -> {
                    String credentials = path(arena.boss()) + "/credentials";
                    String password = arena.keycloak()
                            .get(credentials)
                            .json()
                            .path(0)
                            .path("id")
                            .asText();
                    return arena.keycloak().delete(credentials + "/" + password);
                },
                () -> arena.keycloak()
                        .put(
                                path(arena.boss()) + "/reset-password",
                                Map.of("type", "password", "value", arena.boss().password(), "temporary", false)));
    }

    /** What Keycloak does is never refused; so if it comes second, nobody is left, and that is seen. */
    private void lastTwo(String what, Supplier<Reply> lose, Supplier<Reply> giveBack) {
        ring.fight(what, "204 & 409 last-admin", "204 & 200", () -> {
            Workspace acme = arena.workspace();
            return new Fight(
                    acme, lose, () -> arena.two().put(arena.roleOf(arena.other()), Map.of("role", "consumer")), met -> {
                        boolean demoted = met.two().status() == 200;
                        assertEquals(demoted ? 1 : 0, orphaned(acme), met::toString);
                        giveBack.get().is(204);
                        arena.realm().assign(acme, arena.other(), "admin");
                        assertEquals(0, orphaned(acme));
                    });
        });
    }

    private long orphaned(Workspace workspace) {
        return arena.count(
                "select count(*) from WS_WORKSPACE where ORG_ID = ? and ORPHANED_AT is not null", workspace.id());
    }

    /** An account with one field that is another one. */
    private ObjectNode account(Person person, String field, Object value) {
        ObjectNode account =
                (ObjectNode) arena.keycloak().get(path(person)).is(200).json();
        return account.putPOJO(field, value);
    }

    private static String path(Person person) {
        return "/users/" + person.id();
    }
}
