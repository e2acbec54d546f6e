// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Where plans are, and who has which. */
public interface PlanStore {

    /**
     * What is written about a workspace's plan.
     *
     * @param own the key of what it was given
     * @param usual the key of the realm's default
     * @param plan the row of the one that counts; none for the plan that unlocks everything
     * @param contact the workspace's text, else the realm's, else the empty one
     */
    record Assigned(Optional<String> own, Optional<String> usual, Optional<Plan> plan, String contact) {}

    /** How many workspaces have a plan of their own accord, and the ids of the first of them. */
    record Users(String kind, long count, List<String> first) {}

    /** Plans by key, from after the given one on. */
    List<Plan> page(RealmId realm, int max, Optional<String> afterKey);

    Optional<Plan> find(RealmId realm, String key);

    /** Adds or replaces a plan. */
    void save(RealmId realm, Plan plan);

    void delete(RealmId realm, String key);

    /** Raises the realm's counter of plans, which counts in every workspace's number, and gives the new one. */
    long advance(RealmId realm);

    /** The realm's default; empty for the plan that unlocks everything. */
    Optional<String> usual(RealmId realm);

    void makeUsual(RealmId realm, Optional<String> key);

    /** The workspaces that were given this plan. */
    Users users(RealmId realm, String key);

    Assigned assigned(RealmId realm, WorkspaceId workspace);

    /** Gives a locked workspace a plan, or lets it have the realm's default. */
    void assign(WorkspaceId workspace, Optional<String> key);

    void removeAll(RealmId realm);
}
