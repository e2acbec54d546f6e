// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan;

/**
 * A plan of the realm.
 *
 * @param byDefault whether workspaces have it that were given none
 */
public record OfferedPlan(Plan plan, boolean byDefault) {

    public String version() {
        return plan.version() + (byDefault ? "-default" : "");
    }
}
