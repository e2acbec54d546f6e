// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds whatever is written: each law over random worlds, and each told apart from a law that never applied. */
class LawsTest {

    private static final Instant NOW = Worlds.START;

    private final AtomicInteger applied = new AtomicInteger();

    @Test
    @Tag("MATE-2")
    void a_denial_wins_and_takes_only_what_it_names() {
        law("denial wins", (world, random) -> {
            Case before = Case.of(world);
            World.Entry entry = any(world.catalogue().values(), random);
            int bit = entry.bit();
            EffectivePermissions answer =
                    before.with(override(Effect.DENY, bit, null)).answer(NOW);
            applies(before.answer(NOW).workspace().has(bit));
            assertFalse(answer.workspace().has(bit));
            answer.projects().values().forEach(permissions -> assertFalse(permissions.has(bit)));
            assertEquals(before.answer(NOW).workspace().without(bit), answer.workspace());
            assertIncludes(before.answer(NOW), answer);

            EffectivePermissions inMain =
                    before.with(override(Effect.DENY, bit, "main")).answer(NOW);
            assertEquals(before.answer(NOW).workspace(), inMain.workspace());
            assertEquals(before.answer(NOW).in("main").without(bit), inMain.in("main"));
        });
    }

    @Test
    @Tag("MATE-2")
    void the_order_in_which_things_are_written_is_irrelevant() {
        law("order", (world, random) -> {
            Case one = Case.of(world);
            Holder holder = one.holder();
            Case other = one.with(new Holder(
                    holder.active(),
                    holder.role(),
                    shuffled(holder.overrides(), random),
                    shuffled(holder.grants(), random),
                    shuffled(holder.projects(), random)));
            applies(!other.holder().equals(holder));
            assertEquals(one.answer(NOW), other.answer(NOW));
        });
    }

    @Test
    @Tag("ROLE-4")
    void a_permission_more_in_the_role_takes_nothing_away() {
        law("role grows", (world, random) -> {
            Case before = Case.of(world);
            int bit = any(world.catalogue().values(), random).bit();
            Holder holder = before.holder();
            RoleAssignment role = holder.role();
            RoleAssignment larger = new RoleAssignment(
                    role.permissions().with(bit), role.until(), role.successor().with(bit));
            assertGrows(
                    before,
                    before.with(new Holder(
                            holder.active(), larger, holder.overrides(), holder.grants(), holder.projects())));
        });
    }

    @Test
    @Tag("PROJ-3")
    void a_grant_more_takes_nothing_away() {
        law("grants grow", (world, random) -> {
            Case before = Case.of(world);
            String project = any(world.projects().keySet(), random);
            Optional<PermissionSet> role = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(PermissionSet.of(
                            any(world.catalogue().values(), random).bit()));
            assertGrows(before, before.with(new Grant(project, role, Optional.empty())));
        });
    }

    @Test
    @Tag("MATE-2")
    void an_allowance_takes_nothing_away_and_for_a_project_opens_none() {
        law("allowances grow", (world, random) -> {
            Case before = Case.of(world);
            int bit = any(world.catalogue().values(), random).bit();
            String project = any(world.projects().keySet(), random);
            assertGrows(before, before.with(override(Effect.ALLOW, bit, null)));

            EffectivePermissions there =
                    before.with(override(Effect.ALLOW, bit, project)).answer(NOW);
            assertIncludes(there, before.answer(NOW));
            assertEquals(before.answer(NOW).workspace(), there.workspace());
            assertEquals(
                    before.answer(NOW).projects().keySet(), there.projects().keySet());
            world.projects().keySet().stream()
                    .filter(other -> !other.equals(project))
                    .forEach(other -> assertEquals(before.answer(NOW).in(other), there.in(other)));
        });
    }

    @Test
    @Tag("PROJ-1")
    void nobody_has_anything_in_an_archived_project() {
        law("archived", (world, random) -> {
            Case theCase = Case.of(world);
            EffectivePermissions answer = theCase.answer(NOW);
            world.projects().forEach((key, state) -> {
                if (state.archived()) {
                    applies(true);
                    assertFalse(answer.projects().containsKey(key));
                    assertTrue(Resolver.heldIn(theCase.catalogue(), theCase.holder(), key, NOW)
                            .isEmpty());
                }
            });
        });
    }

    @Test
    @Tag("PLAN-1")
    void a_larger_plan_takes_nothing_away_and_changes_nothing_that_is_held() {
        law("plan grows", (world, random) -> {
            Case small = new Case(world.engineCatalogue(), world.holder(), Set.of());
            Case large = Case.of(world);
            assertGrows(small, large);
            assertTrue(Resolver.held(large.catalogue(), large.holder(), NOW)
                    .includes(large.answer(NOW).workspace()));
        });
    }

    @Test
    @Tag("MATE-5")
    void an_answer_holds_until_its_end_and_one_without_an_end_for_ever() {
        law("valid until", (world, random) -> {
            Case theCase = Case.of(world);
            EffectivePermissions answer = theCase.answer(NOW);
            if (answer.validUntil().isEmpty()) {
                assertEquals(answer, theCase.answer(NOW.plusSeconds(1_000_000)));
                return;
            }
            Instant end = answer.validUntil().get();
            assertTrue(end.isAfter(NOW) && world.ends().contains(end));
            assertEquals(answer, theCase.answer(end.minusNanos(1)));
            EffectivePermissions after = theCase.answer(end);
            applies(!after.workspace().equals(answer.workspace())
                    || !after.projects().equals(answer.projects()));
            assertTrue(after.validUntil().stream().allMatch(end::isBefore));
        });
    }

    private record Case(Catalogue catalogue, Holder holder, Set<String> plan) {

        static Case of(World world) {
            return new Case(world.engineCatalogue(), world.holder(), world.plan());
        }

        EffectivePermissions answer(Instant moment) {
            return Resolver.resolve(catalogue, holder, catalogue.unlocked(plan), moment);
        }

        Case with(Holder other) {
            return new Case(catalogue, other, plan);
        }

        Case with(PermissionOverride override) {
            List<PermissionOverride> more = new ArrayList<>(holder.overrides());
            more.add(override);
            return with(new Holder(holder.active(), holder.role(), more, holder.grants(), holder.projects()));
        }

        Case with(Grant grant) {
            List<Grant> more = new ArrayList<>(holder.grants());
            more.add(grant);
            return with(new Holder(holder.active(), holder.role(), holder.overrides(), more, holder.projects()));
        }
    }

    private void law(String name, BiConsumer<World, Random> law) {
        int cases = Worlds.cases(20_000);
        Worlds.forEach(name, cases, (world, random) -> {
            if (!world.catalogue().isEmpty()) {
                law.accept(world, random);
            }
        });
        System.out.printf("%s: applied in %,d cases%n", name, applied.get());
        assertTrue(cases < 10_000 || applied.get() >= 1_000, name + " hardly ever applied");
    }

    private void applies(boolean doesApply) {
        applied.addAndGet(doesApply ? 1 : 0);
    }

    private void assertGrows(Case before, Case after) {
        applies(!after.answer(NOW).equals(before.answer(NOW)));
        assertIncludes(after.answer(NOW), before.answer(NOW));
    }

    private static void assertIncludes(EffectivePermissions large, EffectivePermissions small) {
        assertTrue(large.workspace().includes(small.workspace()));
        assertTrue(large.projects().keySet().containsAll(small.projects().keySet()));
        small.projects()
                .forEach((project, permissions) -> assertTrue(large.in(project).includes(permissions)));
    }

    private static PermissionOverride override(Effect effect, int bit, String project) {
        return new PermissionOverride(effect, bit, Optional.ofNullable(project), Optional.empty());
    }

    private static <T> T any(Collection<T> things, Random random) {
        return List.copyOf(things).get(random.nextInt(things.size()));
    }

    private static <T> List<T> shuffled(List<T> things, Random random) {
        List<T> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
