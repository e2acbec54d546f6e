// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan;

import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.Reach;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;
import java.util.Map;

/** A workspace was given a plan, or has the realm's default again. */
public record WorkspacePlanChanged(Workspace workspace, WorkspacePlan before, WorkspacePlan after)
        implements AccessChanged, Described {

    @Override
    public List<Reach> reach() {
        return List.of(new Reach.OfWorkspace(workspace.id()));
    }

    @Override
    public Description description() {
        return Description.of(
                        workspace,
                        "workspace.plan-changed",
                        "plan",
                        after.plan().key())
                .from(state(before))
                .to(state(after));
    }

    private static Map<String, Object> state(WorkspacePlan plan) {
        return Described.state("plan", plan.plan().key(), "own", plan.own());
    }
}
