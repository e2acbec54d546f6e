// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import static io.roster.claims.Claims.CATALOGUE;
import static io.roster.claims.Claims.read;
import static io.roster.claims.Claims.with;
import static io.roster.claims.Claims.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("CLAIM-1")
class WorkspaceClaimTest {

    static List<Map<String, Object>> forms() {
        return List.of(Claims.list(), Claims.bits());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void both_forms_say_the_same_of_the_workspace(Map<String, Object> form) {
        WorkspaceClaim claim = read(form);
        assertEquals(Optional.of("5b0c"), claim.id());
        assertEquals(Optional.of("acme"), claim.alias());
        assertEquals(Optional.of("analyst"), claim.role());
        assertEquals(Optional.of("main/production"), claim.env());
        assertEquals(OptionalInt.of(3), claim.catalogueNumber());
        assertEquals(Optional.of(new Epoch(7, 3)), claim.epoch());
        assertEquals(
                List.of("charts.run", "charts.export", "teammates.invite", "billing.manage"),
                List.copyOf(claim.permissions()));
        assertTrue(claim.allows("teammates.invite"));
        assertFalse(claim.allows("snapshots.access"));
        assertFalse(claim.mustAsk());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_project_marked_as_the_workspace_has_what_of_it_counts_in_projects(Map<String, Object> form) {
        ProjectAccess main = read(form).inProject("main");
        assertEquals(Set.of("charts.run", "charts.export"), main.permissions());
        assertTrue(main.allows("charts.export"));
        assertFalse(main.allows("billing.manage"));
        assertFalse(main.mustAsk());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_listed_project_has_its_own_permissions_and_not_those_of_the_workspace(Map<String, Object> form) {
        ProjectAccess web = read(form).inProject("web");
        assertTrue(web.allows("charts.run"));
        assertFalse(web.allows("charts.export"));
        assertFalse(web.mustAsk());
        ProjectAccess lab = read(form).inProject("lab");
        assertEquals(Set.of(), lab.permissions());
        assertFalse(lab.mustAsk());
        assertEquals(Set.of("main", "web", "lab"), read(form).projects());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_project_that_is_not_listed_gives_nothing_and_has_to_be_asked_for(Map<String, Object> form) {
        ProjectAccess other = read(form).inProject("other");
        assertTrue(other.mustAsk());
        assertFalse(other.allows("charts.run"));
        assertEquals(Set.of(), other.permissions());
    }

    @Test
    void a_permission_about_the_account_never_counts_in_a_project() {
        Map<String, Object> list =
                with(Claims.list(), "projects", Map.of("web", List.of("charts.run", "billing.manage")));
        Map<String, Object> bits = with(Claims.bits(), "projects", Map.of("web", "AQQ"));
        for (Map<String, Object> form : List.of(list, bits)) {
            assertTrue(read(form).allows("billing.manage"));
            assertEquals(Set.of("charts.run"), read(form).inProject("web").permissions());
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_claim_cut_to_size_answers_for_the_workspace_and_for_no_project(Map<String, Object> form) {
        WorkspaceClaim cut = read(with(without(form, "projects"), "ref", true));
        assertTrue(cut.allows("charts.run"));
        assertFalse(cut.mustAsk());
        assertTrue(cut.inProject("main").mustAsk());
        assertFalse(cut.inProject("main").allows("charts.run"));
        assertEquals(Set.of(), cut.projects());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_cut_claim_answers_for_no_project_even_where_projects_are_left_in_it(Map<String, Object> form) {
        assertTrue(read(form).inProject("main").allows("charts.run"));
        WorkspaceClaim cut = read(with(form, "ref", true));
        assertTrue(cut.inProject("main").mustAsk());
        assertFalse(cut.inProject("main").allows("charts.run"));
        assertFalse(read(with(form, "ref", false)).inProject("main").mustAsk());
    }

    @Test
    void the_role_form_and_a_claim_cut_to_the_bone_leave_everything_to_be_asked() {
        for (Map<String, Object> form : List.of(Claims.role(), with(Claims.role(), "ref", true))) {
            WorkspaceClaim claim = read(form);
            assertEquals(Optional.of("analyst"), claim.role());
            assertTrue(claim.mustAsk());
            assertFalse(claim.allows("charts.run"));
            assertTrue(claim.inProject("main").mustAsk());
        }
    }

    @Test
    void a_lightweight_token_has_the_id_and_leaves_everything_to_be_asked() {
        WorkspaceClaim claim = read(Map.of("id", "5b0c"));
        assertEquals(Optional.of("5b0c"), claim.id());
        assertEquals(Optional.empty(), claim.alias());
        assertEquals(OptionalInt.empty(), claim.catalogueNumber());
        assertTrue(claim.mustAsk());
        assertTrue(claim.inProject("main").mustAsk());
    }

    @Test
    void no_claim_is_no_workspace_and_there_is_nothing_to_ask_about() {
        for (WorkspaceClaim none : List.of(WorkspaceClaim.none(), read(null))) {
            assertEquals(Optional.empty(), none.id());
            assertFalse(none.allows("charts.run"));
            assertFalse(none.mustAsk());
            assertFalse(none.inProject("main").allows("charts.run"));
            assertFalse(none.inProject("main").mustAsk());
            assertFalse(none.isNewerThanCatalogue());
        }
    }

    @Test
    void a_newer_catalogue_reads_an_older_token() {
        WorkspaceClaim older = read(with(Claims.bits(), "cat", 1));
        assertFalse(older.isNewerThanCatalogue());
        assertTrue(older.allows("charts.run"));
        assertFalse(read(Claims.bits()).isNewerThanCatalogue());
    }

    @Test
    void what_the_catalogue_does_not_have_is_not_allowed_and_the_token_says_that_it_is_newer() {
        Map<String, Object> list = with(Claims.list(), "perms", List.of("charts.run", "brand-new.use"));
        Map<String, Object> bits = with(Claims.bits(), "bits", "ARA");
        for (Map<String, Object> form : List.of(list, bits)) {
            WorkspaceClaim newer = read(with(form, "cat", 4));
            assertTrue(newer.isNewerThanCatalogue());
            assertEquals(Set.of("charts.run"), newer.permissions());
            assertFalse(newer.allows("brand-new.use"));
        }
        PermissionCatalogue fetchedAgain = PermissionCatalogue.numbered(4)
                .project(0, "charts.run")
                .project(12, "brand-new.use")
                .build();
        WorkspaceClaim claim = WorkspaceClaim.of(with(bits, "cat", 4), fetchedAgain);
        assertFalse(claim.isNewerThanCatalogue());
        assertTrue(claim.allows("brand-new.use"));
    }

    @Test
    void a_claim_keeps_what_it_read() {
        List<String> perms = new ArrayList<>(List.of("charts.run"));
        Map<String, Object> projects = new HashMap<>(Map.of("main", "="));
        WorkspaceClaim claim = read(with(with(Claims.list(), "perms", perms), "projects", projects));
        perms.add("billing.manage");
        projects.put("web", "=");
        assertFalse(claim.allows("billing.manage"));
        assertTrue(claim.inProject("web").mustAsk());
        assertThrows(
                UnsupportedOperationException.class, () -> claim.permissions().add("billing.manage"));
        assertThrows(UnsupportedOperationException.class, () -> claim.projects().clear());
    }

    @Test
    void fields_that_are_not_known_are_ignored_and_null_is_no_permission() {
        WorkspaceClaim claim = read(with(Claims.list(), "later", 1));
        assertTrue(claim.allows("charts.run"));
        assertFalse(claim.allows(null));
        assertFalse(claim.inProject("main").allows(null));
        assertTrue(claim.inProject(null).mustAsk());
        assertFalse(WorkspaceClaim.none().inProject(null).mustAsk());
        assertFalse(CATALOGUE.countsInProjects(null));
    }

    @Test
    void an_epoch_is_behind_another_where_either_counter_is() {
        Epoch epoch = new Epoch(7, 3);
        assertTrue(epoch.isBehind(new Epoch(8, 3)) && epoch.isBehind(new Epoch(6, 4)));
        assertFalse(epoch.isBehind(epoch) || epoch.isBehind(new Epoch(6, 3)));
        assertEquals(CATALOGUE.number(), read(Claims.list()).catalogueNumber().getAsInt());
    }
}
