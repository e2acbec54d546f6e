// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Effect;
import io.roster.access.EffectivePermissions;
import io.roster.access.Grant;
import io.roster.access.Holder;
import io.roster.access.PermissionOverride;
import io.roster.access.PermissionSet;
import io.roster.access.Project;
import io.roster.access.Resolver;
import io.roster.access.RoleAssignment;
import io.roster.workspaces.access.AccessStore;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.JsonWebToken;

@Tag("CLAIM-1")
@Tag("CLAIM-2")
class LifetimeTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<Project> PROJECTS =
            List.of(new Project(Project.MAIN, true, false), new Project("web", false, false));

    private final Play play = new Play();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // seconds from noon: now, end, exp before; exp after, or - where the end is too near for any token
                "0.0, 60.0, 300, 59",
                "0.0, 60.9, 300, 59",
                "0.0, 59.999, 300, 58",
                "0.0, 60.0, 30, 30",
                "0.0, 60.0, 59, 59",
                "0.0, 60.0, 60, 59",
                "0.0, 2.0, 300, 1",
                "0.999, 2.0, 300, 1",
                "0.0, 2.999, 300, 1",
                "0.0, 1.999, 300, -",
                "0.0, 1.0, 300, -",
                "0.5, 1.5, 300, -",
                "0.0, 0.5, 300, -",
                "1.0, 2.999, 300, -",
                // the clock has gone on since the standing was resolved
                "0.5, 0.5, 300, -",
                "0.5, 0.2, 300, -",
            })
    void aTokenNamesTheLastSecondThatHasPassedBeforeTheEnd(double now, double end, long before, Long after) {
        Standing standing = standing(temporary(end, Set.of(0, 1), Set.of(0)));

        Standing held = new Lifetime(at(now)).lasting(standing);
        Long exp = Lifetime.exp(NOON.getEpochSecond() + before, held);

        if (after == null) {
            assertEquals(PermissionSet.of(0), held.effective().workspace());
            assertEquals(NOON.getEpochSecond() + before, exp);
        } else {
            assertSame(standing, held);
            assertEquals(NOON.getEpochSecond() + after, exp);
            assertTrue(exp > at(now).getEpochSecond(), "alive when it is made");
        }
    }

    @Test
    void whatKeycloakTakesAsValidEndsBeforeTheRight() {
        Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        RoleAssignment role = new RoleAssignment(PermissionSet.of(0), Optional.of(end), PermissionSet.EMPTY);
        long exp = Lifetime.exp(0L, standing(role, List.of(), List.of(), end.minusSeconds(60)));
        assertTrue(new JsonWebToken().exp(exp).isExpired(), "at the end");
        assertTrue(!new JsonWebToken().exp(exp + 60).isExpired(), "a minute before it");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, 59", "0, 59"})
    void aTokenWithoutAnEndGetsOne(Long before, long after) {
        assertEquals(NOON.getEpochSecond() + after, Lifetime.exp(before, standing(temporary(60, Set.of(0), Set.of()))));
        assertEquals(before, Lifetime.exp(before, standing(lasting(0))));
    }

    @Test
    void withoutAnEndNothingChanges() {
        Standing standing = standing(lasting(0, 1));
        assertSame(standing, new Lifetime(NOON).lasting(standing));
        assertEquals(300L, Lifetime.exp(300L, standing));
    }

    @Test
    void whatBeginsWithTheEndIsNotGivenEarlier() {
        Standing held = new Lifetime(NOON).lasting(standing(temporary(1, Set.of(0, 1), Set.of(1, 2))));

        assertEquals(PermissionSet.of(1), held.effective().workspace());
        assertEquals(Map.of("main", PermissionSet.of(1)), held.effective().projects());
        assertEquals(Optional.empty(), held.effective().validUntil());
    }

    @Test
    void endsThatFollowSoonAfterEachOtherAreAllTakenAsPassed() {
        Standing standing = standing(
                temporary(0.5, Set.of(0, 1), Set.of(0)), List.of(allow(2, 1.5), allow(3, 60)), List.of(), NOON);

        Standing held = new Lifetime(NOON).lasting(standing);

        assertEquals(PermissionSet.of(0, 3), held.effective().workspace());
        assertEquals(NOON.getEpochSecond() + 59, Lifetime.exp(NOON.getEpochSecond() + 300, held));
    }

    @Test
    void aProjectThatClosesIsLeftOut() {
        Grant web = new Grant("web", Optional.empty(), Optional.of(at(1)));
        Standing standing = standing(lasting(0), List.of(), List.of(web), NOON);
        assertEquals(Set.of("main", "web"), standing.effective().projects().keySet());
        assertEquals(
                Set.of("main"),
                new Lifetime(NOON).lasting(standing).effective().projects().keySet());
    }

    private static Instant at(double seconds) {
        return NOON.plusMillis(Math.round(seconds * 1000));
    }

    private static RoleAssignment lasting(int... bits) {
        return RoleAssignment.lasting(PermissionSet.of(bits));
    }

    private static RoleAssignment temporary(double end, Set<Integer> bits, Set<Integer> after) {
        return new RoleAssignment(set(bits), Optional.of(at(end)), set(after));
    }

    private static PermissionOverride allow(int bit, double end) {
        return new PermissionOverride(Effect.ALLOW, bit, Optional.empty(), Optional.of(at(end)));
    }

    private static PermissionSet set(Set<Integer> bits) {
        return PermissionSet.of(bits.stream().mapToInt(Integer::intValue).toArray());
    }

    private Standing standing(RoleAssignment role) {
        return standing(role, List.of(), List.of(), NOON);
    }

    private Standing standing(
            RoleAssignment role, List<PermissionOverride> overrides, List<Grant> grants, Instant moment) {
        RealmCatalogue catalogue = play.catalogues.of(play.realm);
        Holder holder = new Holder(true, role, overrides, grants, PROJECTS);
        EffectivePermissions effective = Resolver.resolve(
                catalogue.permissions(), holder, catalogue.permissions().all(), moment);
        UserId ann = new UserId("ann");
        return new Standing(
                play.acme.id(),
                "acme",
                ann,
                new Standing.Roles("analyst", Optional.of("consumer")),
                Optional.empty(),
                new AccessStore.Counters(1, 1),
                catalogue,
                Optional.empty(),
                holder,
                moment,
                effective);
    }
}
