// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan;

import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.RealmId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan of the realm is new ({@code before} is empty), another one than before, or gone ({@code after} is empty). */
public record PlanChanged(RealmId realm, Optional<Plan> before, Optional<Plan> after)
        implements AccessChanged, Described {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfRealm(realm));
    }

    @Override
    public Description description() {
        String action = before.isEmpty() ? "plan.created" : after.isEmpty() ? "plan.deleted" : "plan.changed";
        return Description.ofRealm(
                        realm,
                        action,
                        "plan",
                        after.or(() -> before).orElseThrow().key())
                .from(before.map(PlanChanged::state).orElse(Map.of()))
                .to(after.map(PlanChanged::state).orElse(Map.of()));
    }

    private static Map<String, Object> state(Plan plan) {
        return Described.state(
                "name", plan.name(), "entitlements", plan.entitlements().sorted());
    }
}
