// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan;

import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.RealmId;
import java.util.List;

/** The workspaces of the realm that were given no plan have another one now. */
public record DefaultPlanChanged(RealmId realm, String before, String after) implements AccessChanged, Described {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfRealm(realm));
    }

    @Override
    public Description description() {
        return Description.ofRealm(realm, "plan.made-default", "plan", after)
                .from(Described.state("plan", before))
                .to(Described.state("plan", after));
    }
}
