// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.Api;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Changes of roles, teams, projects, grants and overrides that can't both be, or that must leave the same whichever is
 * first; {@link LastAdminRacesIT} has those about who can run the workspace.
 */
@TheCluster
class GuardRacesIT {

    private static Ring ring;

    private final Arena arena;

    GuardRacesIT(Cluster cluster) {
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
    @Tag("ROLE-5")
    void aRoleIsDeletedOrAssigned() {
        ring.fight("a role is deleted and assigned", "204 & 400 validation", "409 in-use & 200", () -> {
            Workspace acme = arena.workspace();
            String role = arena.newRole();
            return new Fight(
                    acme,
                    () -> arena.one().delete(arena.at("roles", role)),
                    () -> arena.two().put(arena.roleOf(arena.other()), Map.of("role", role)),
                    met -> {
                        assertHoldsWhatIsThere(role, met.two().status() == 200);
                        arena.realm().assign(acme, arena.other(), "admin");
                    });
        });
    }

    @Test
    @Tag("ROLE-5")
    void aRoleIsReplacedAndAssignedAndNobodyKeepsIt() {
        ring.fight("a role is replaced and assigned", "204 & 400 validation", "204 & 200", () -> {
            Workspace acme = arena.workspace();
            String role = arena.newRole();
            String replacement = arena.newRole();
            Person mate = arena.mate();
            arena.realm().assign(acme, mate, role);
            return new Fight(
                    acme,
                    () -> arena.one().delete(arena.at("roles", role) + "?replacement=" + replacement),
                    () -> arena.two().put(arena.roleOf(arena.other()), Map.of("role", role)),
                    met -> {
                        arena.one().get(arena.at("roles", role)).is(404);
                        assertEquals(replacement, arena.text("role", "teammates", mate.id()));
                        assertEquals(
                                met.two().status() == 200 ? replacement : "admin",
                                arena.text("role", "teammates", arena.other().id()));
                        arena.realm().assign(acme, arena.other(), "admin");
                    });
        });
    }

    @Test
    @Tag("ROLE-5")
    void theReplacementOfARoleIsDeletedOrTakesItsPlace() {
        ring.fight("a role and its replacement are deleted", "204 & 409 in-use", "400 validation & 204", () -> {
            Workspace acme = arena.workspace();
            String role = arena.newRole();
            String replacement = arena.newRole();
            arena.realm().assign(acme, arena.other(), role);
            return new Fight(
                    acme,
                    () -> arena.one().delete(arena.at("roles", role) + "?replacement=" + replacement),
                    () -> arena.two().delete(arena.at("roles", replacement)),
                    met -> {
                        String held = met.one().status() == 204 ? replacement : role;
                        assertHoldsWhatIsThere(held, true);
                        arena.realm().assign(acme, arena.other(), "admin");
                    });
        });
    }

    @Test
    @Tag("ROLE-5")
    void aRoleIsDeletedOrGranted() {
        ring.fight("a role is deleted and granted", "204 & 400 validation", "409 in-use & 201", () -> {
            Workspace acme = arena.workspace();
            String role = arena.newRole();
            String project = arena.newProject();
            Map<String, ?> grant = Map.of("teammate", arena.other().id(), "role", role);
            return new Fight(
                    acme,
                    () -> arena.one().delete(arena.at("roles", role)),
                    () -> arena.two().post(arena.at("projects", project, "grants"), grant),
                    met -> {
                        boolean granted = met.two().status() == 201;
                        arena.one().get(arena.at("roles", role)).is(granted ? 200 : 404);
                        assertEquals(granted ? 1 : 0, arena.listed("role", role, "projects", project, "grants"));
                    });
        });
    }

    @Test
    @Tag("ROLE-5")
    void aRoleIsDeletedOrTheDefault() {
        ring.fight("a role is deleted and made the default", "204 & 400 validation", "409 in-use & 200", () -> {
            Workspace acme = arena.workspace();
            String role = arena.newRole();
            return new Fight(
                    acme,
                    () -> arena.one().delete(arena.at("roles", role)),
                    () -> arena.two().put(arena.at("settings"), Map.of("defaultRole", role)),
                    met -> {
                        boolean isDefault = met.two().status() == 200;
                        arena.one().get(arena.at("roles", role)).is(isDefault ? 200 : 404);
                        assertEquals(isDefault, arena.read("settings").text().contains(role));
                        arena.one().put(arena.at("settings"), Map.of()).is(200);
                    });
        });
    }

    @Test
    @Tag("ROLE-4")
    void aRoleNameIsTakenOnce() {
        ring.fight("the same custom role is made twice", "201 & 409 duplicate", "409 duplicate & 201", () -> {
            Workspace acme = arena.workspace();
            Map<String, ?> role = Map.of("name", arena.fresh(), "from", "consumer");
            return new Fight(
                    acme,
                    () -> arena.one().post(arena.at("roles"), role),
                    () -> arena.two().post(arena.at("roles"), role),
                    met -> assertEquals(1, arena.listed("name", (String) role.get("name"), "roles?max=500")));
        });
    }

    @Test
    @Tag("ROLE-4")
    void aRoleNameIsTakenOnceByRenaming() {
        ring.fight("two roles are renamed to the same", "200 & 409 duplicate", "409 duplicate & 200", () -> {
            Workspace acme = arena.workspace();
            String wanted = arena.fresh();
            String left = arena.newRole();
            String right = arena.newRole();
            List<String> permissions = permissions(left);
            return new Fight(
                    acme,
                    () -> arena.one().put(arena.at("roles", left), named(wanted, permissions)),
                    () -> arena.two().put(arena.at("roles", right), named(wanted, permissions)),
                    met -> assertEquals(1, arena.listed("name", wanted, "roles?max=500")));
        });
    }

    @Test
    @Tag("ROLE-4")
    void ofTwoWhoRenameTheSameRoleOneHadReadIt() {
        ring.fight("a role is renamed twice", "200 & 412 stale", "412 stale & 200", () -> {
            Workspace acme = arena.workspace();
            String role = arena.newRole();
            Reply read = arena.read("roles", role);
            List<String> permissions = permissions(role);
            String left = arena.fresh();
            String right = arena.fresh();
            return new Fight(
                    acme,
                    () -> arena.one().ifMatch(read.etag()).put(arena.at("roles", role), named(left, permissions)),
                    () -> arena.two().ifMatch(read.etag()).put(arena.at("roles", role), named(right, permissions)),
                    met -> assertEquals(met.one().status() == 200 ? left : right, arena.text("name", "roles", role)));
        });
    }

    @Test
    @Tag("PROJ-1")
    void ofTwoWhoRenameTheSameProjectOneHadReadIt() {
        ring.fight("a project is renamed twice", "200 & 412 stale", "412 stale & 200", () -> {
            Workspace acme = arena.workspace();
            String project = arena.newProject();
            String etag = arena.read("projects", project).etag();
            String left = arena.fresh();
            String right = arena.fresh();
            return new Fight(
                    acme,
                    () -> arena.one().ifMatch(etag).put(arena.at("projects", project), Map.of("name", left)),
                    () -> arena.two().ifMatch(etag).put(arena.at("projects", project), Map.of("name", right)),
                    met -> assertEquals(
                            met.one().status() == 200 ? left : right, arena.text("name", "projects", project)));
        });
    }

    /** In an archived project nobody holds anything, so who has no {@code user-permissions.change} grants nothing there. */
    @Test
    @Tag("PROJ-3")
    void nothingIsGrantedInAProjectOnceItIsArchived() {
        Map<Workspace, Api> keepers = new HashMap<>();
        ring.fight("a project is archived and granted", "200 & 403 ceiling", "200 & 201", () -> {
            Workspace acme = arena.workspace();
            Api keeper = keepers.computeIfAbsent(acme, unused -> {
                Person mate = arena.mate();
                arena.realm().assign(acme, mate, arena.newRole("projects.manage"));
                return arena.onTwo().as(mate, "roster:manage");
            });
            String project = arena.newProject();
            Map<String, ?> grant = Map.of("teammate", arena.other().id(), "role", "consumer");
            return new Fight(
                    acme,
                    () -> arena.one().post(arena.at("projects", project, "archive"), null),
                    () -> keeper.post(arena.at("projects", project, "grants"), grant),
                    met -> {
                        boolean granted = met.two().status() == 201;
                        assertEquals("true", arena.text("archived", "projects", project));
                        assertEquals(granted ? 1 : 0, arena.listed("role", "consumer", "projects", project, "grants"));
                        // told by the counter that both raise
                        assertTrue(!granted || before(met.two(), met.one()), "granted after it was archived");
                    });
        });
    }

    @Test
    @Tag("PROJ-3")
    void aGrantIsMadeOnce() {
        ring.fight("the same grant is made twice", "201 & 409 duplicate", "409 duplicate & 201", () -> {
            Workspace acme = arena.workspace();
            String project = arena.newProject();
            Map<String, ?> grant = Map.of("teammate", arena.other().id(), "role", "consumer");
            return new Fight(
                    acme,
                    () -> arena.one().post(arena.at("projects", project, "grants"), grant),
                    () -> arena.two().post(arena.at("projects", project, "grants"), grant),
                    met -> assertEquals(1, arena.listed("role", "consumer", "projects", project, "grants")));
        });
    }

    @Test
    @Tag("PROJ-2")
    void whatIsGrantedToATeamGoesWithIt() {
        ring.fight("a team is deleted and granted something", "204 & 400 validation", "204 & 201", () -> {
            Workspace acme = arena.workspace();
            String project = arena.newProject();
            String team = arena.newTeam();
            return new Fight(
                    acme,
                    () -> arena.one().delete(arena.at("teams", team)),
                    () -> arena.two().post(arena.at("projects", project, "grants"), Map.of("team", team)),
                    met -> {
                        arena.one().get(arena.at("teams", team)).is(404);
                        assertEquals(0, arena.count("select count(*) from WS_GRANT where GRANTEE_ID = ?", team));
                    });
        });
    }

    @Test
    @Tag("PROJ-2")
    void nobodyIsInATeamThatIsGone() {
        ring.fight("a team is deleted and somebody put into it", "204 & 404 not-found", "204 & 204", () -> {
            Workspace acme = arena.workspace();
            String team = arena.newTeam();
            return new Fight(
                    acme,
                    () -> arena.one().delete(arena.at("teams", team)),
                    () -> arena.two()
                            .put(arena.at(
                                    "teams", team, "members", arena.other().id())),
                    met -> assertEquals(0, inTeam(team)));
        });
    }

    @Test
    @Tag("PROJ-2")
    void somebodyIsPutIntoATeamOnce() {
        Map<Boolean, Integer> bossFirst = new HashMap<>();
        ring.fight("the same user is put into a team twice", "204 & 204", "204 & 204", () -> {
            Workspace acme = arena.workspace();
            String team = arena.newTeam();
            Person mate = arena.mate();
            String path = arena.at("teams", team, "members", mate.id());
            return new Fight(
                    acme,
                    () -> arena.bossOnOne().put(path),
                    () -> arena.otherOnTwo().put(path),
                    met -> {
                        assertEquals(1, inTeam(team));
                        String joined =
                                "select count(*) from WS_AUDIT where ORG_ID = ? and ACTION_KEY = 'teammate.team-changed'"
                                        + " and SUBJECT_ID = ?";
                        assertEquals(1, arena.count(joined, acme.id(), mate.id()), "told once");
                        boolean byBoss = 1
                                == arena.count(
                                        joined + " and ACTOR_ID = ?",
                                        acme.id(),
                                        mate.id(),
                                        arena.boss().id());
                        bossFirst.merge(byBoss, 1, Integer::sum);
                    });
        });
        System.out.println("the same user is put into a team twice, by node one: " + bossFirst);
        assertEquals(Set.of(true, false), bossFirst.keySet(), "each was first at times");
    }

    @Test
    @Tag("PROJ-2")
    void aTeamNameIsTakenOnce() {
        ring.fight("the same team is made twice", "201 & 409 duplicate", "409 duplicate & 201", () -> {
            Workspace acme = arena.workspace();
            Map<String, String> team = Map.of("name", arena.fresh());
            return new Fight(
                    acme,
                    () -> arena.one().post(arena.at("teams"), team),
                    () -> arena.two().post(arena.at("teams"), team),
                    met -> assertEquals(1, arena.listed("name", team.get("name"), "teams?max=500")));
        });
    }

    @Test
    @Tag("MATE-2")
    void anOverrideIsMadeOnce() {
        ring.fight("the same override is made twice", "201 & 409 duplicate", "409 duplicate & 201", () -> {
            Workspace acme = arena.workspace();
            Person mate = arena.mate();
            Map<String, ?> allow = Map.of("effect", "allow", "permission", "charts.export");
            String path = arena.at("teammates", mate.id(), "overrides");
            return new Fight(
                    acme, () -> arena.one().post(path, allow), () -> arena.two().post(path, allow), met -> {
                        assertEquals(
                                1, arena.listed("permission", "charts.export", "teammates", mate.id(), "overrides"));
                    });
        });
    }

    private void assertHoldsWhatIsThere(String role, boolean held) {
        arena.one().get(arena.at("roles", role)).is(held ? 200 : 404);
        assertEquals(
                held ? role : "admin",
                arena.text("role", "teammates", arena.other().id()));
    }

    private long inTeam(String team) {
        return arena.count("select count(*) from USER_GROUP_MEMBERSHIP where GROUP_ID = ?", team);
    }

    private List<String> permissions(String role) {
        return Json.texts(arena.read("roles", role).json().path("permissions"));
    }

    private static Map<String, ?> named(String name, List<String> permissions) {
        return Map.of("name", name, "permissions", permissions);
    }

    private static boolean before(Reply first, Reply second) {
        return first.json().path("version").asLong()
                < second.json().path("version").asLong();
    }
}
