// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.plan.Plan;
import io.roster.workspaces.plan.PlanStore;
import io.roster.workspaces.plan.PlanStore.Assigned;
import io.roster.workspaces.plan.PlanStore.Users;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of two realms, each with a row, and two workspaces of the first, each locked once. */
@Tag("PLAN-1")
abstract class PlanStoreContract {

    static final RealmId REALM = new RealmId("realm");
    static final RealmId OTHER = new RealmId("other");
    static final WorkspaceId ACME = new WorkspaceId("acme");
    static final WorkspaceId BETA = new WorkspaceId("beta");

    private static final Plan STARTER = plan("starter", "Starter", 1, "audit-log", "sso");

    /** The store, in a transaction of its own. */
    abstract void in(Consumer<PlanStore> work);

    /** Sets the text of a realm, and of a workspace. */
    abstract void contact(RealmId realm, String text);

    abstract void contact(WorkspaceId workspace, String text);

    @Test
    void whatWasSavedLastIsWhatIsRead() {
        Plan none = plan("starter", "Small \uD83D\uDE00", 7);
        in(store -> store.save(REALM, STARTER));
        in(store -> assertEquals(Optional.of(STARTER), store.find(REALM, "starter")));
        in(store -> store.save(REALM, none));
        in(store -> assertEquals(Optional.of(none), store.find(REALM, "starter")));
        in(store -> assertEquals(Optional.empty(), store.find(OTHER, "starter")));
        in(store -> store.delete(REALM, "starter"));
        in(store -> assertEquals(Optional.empty(), store.find(REALM, "starter")));
    }

    @Test
    void pagesAreInTheOrderOfKeys() {
        for (String key : List.of("d", "b", "a", "c")) {
            in(store -> store.save(REALM, plan(key, key, 1)));
        }
        in(store -> store.save(OTHER, plan("x", "x", 1)));
        in(store -> {
            assertEquals(List.of("a", "b", "c"), keys(store.page(REALM, 3, Optional.empty())));
            assertEquals(List.of("c", "d"), keys(store.page(REALM, 3, Optional.of("b"))));
            assertEquals(List.of(), keys(store.page(REALM, 3, Optional.of("d"))));
        });
    }

    @Test
    void theCounterOfARealmRisesAndNoOthers() {
        in(store -> assertEquals(1, store.advance(REALM)));
        in(store -> {
            assertEquals(2, store.advance(REALM));
            assertEquals(3, store.advance(REALM));
        });
        in(store -> assertEquals(1, store.advance(OTHER)));
    }

    @Test
    void aWorkspaceHasItsOwnPlanOrTheRealms() {
        in(store -> assertEquals(assigned(null, null, null, ""), store.assigned(REALM, ACME)));
        Plan pro = plan("pro", "Pro", 2, "sso");
        in(store -> {
            store.save(REALM, STARTER);
            store.save(REALM, pro);
            store.makeUsual(REALM, Optional.of("starter"));
            store.assign(BETA, Optional.of("pro"));
        });
        in(store -> {
            assertEquals(Optional.of("starter"), store.usual(REALM));
            assertEquals(Optional.empty(), store.usual(OTHER));
            assertEquals(assigned(null, "starter", STARTER, ""), store.assigned(REALM, ACME));
            assertEquals(assigned("pro", "starter", pro, ""), store.assigned(REALM, BETA));
            assertEquals(
                    assigned(null, "starter", STARTER, ""), store.assigned(REALM, new WorkspaceId("never written to")));
        });
        in(store -> {
            store.assign(BETA, Optional.of("everything"));
            store.makeUsual(REALM, Optional.empty());
        });
        in(store -> {
            assertEquals(assigned(null, null, null, ""), store.assigned(REALM, ACME));
            assertEquals(assigned("everything", null, null, ""), store.assigned(REALM, BETA));
        });
        in(store -> store.assign(BETA, Optional.empty()));
        in(store -> assertEquals(assigned(null, null, null, ""), store.assigned(REALM, BETA)));
    }

    @Test
    void whomToAskIsTheWorkspacesElseTheRealms() {
        contact(REALM, "Ask the realm");
        in(store -> assertEquals("Ask the realm", store.assigned(REALM, ACME).contact()));
        contact(ACME, "Ask Ada");
        contact(BETA, "");
        in(store -> {
            assertEquals("Ask Ada", store.assigned(REALM, ACME).contact());
            assertEquals("", store.assigned(REALM, BETA).contact());
        });
    }

    @Test
    void whoHasAPlanIsCountedAndTheFirstAreNamed() {
        in(store -> assertEquals(new Users("workspaces", 0, List.of()), store.users(REALM, "starter")));
        in(store -> {
            store.assign(BETA, Optional.of("starter"));
            store.assign(ACME, Optional.of("starter"));
        });
        in(store -> {
            assertEquals(new Users("workspaces", 2, List.of("acme", "beta")), store.users(REALM, "starter"));
            assertEquals(0, store.users(REALM, "pro").count());
            assertEquals(0, store.users(OTHER, "starter").count());
        });
    }

    @Test
    void aRealmThatGoesLeavesTheOthers() {
        in(store -> {
            store.save(REALM, STARTER);
            store.save(OTHER, STARTER);
        });
        in(store -> store.removeAll(REALM));
        in(store -> {
            assertEquals(List.of(), store.page(REALM, 10, Optional.empty()));
            assertTrue(store.find(OTHER, "starter").isPresent());
        });
    }

    private static Assigned assigned(String own, String usual, Plan plan, String contact) {
        return new Assigned(Optional.ofNullable(own), Optional.ofNullable(usual), Optional.ofNullable(plan), contact);
    }

    private static Plan plan(String key, String name, long version, String... entitlements) {
        return new Plan(key, name, new Entitlements(Set.of(entitlements)), version);
    }

    private static List<String> keys(List<Plan> plans) {
        return plans.stream().map(Plan::key).toList();
    }
}
