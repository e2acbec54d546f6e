// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan;

/**
 * The plan of a workspace.
 *
 * @param own whether it was given to this workspace; else it is the realm's default
 * @param contact whom to ask for more, in words for people; may be empty
 */
public record WorkspacePlan(Plan plan, boolean own, String contact) {

    public String version() {
        return plan.key() + "-" + plan.version() + (own ? "" : "-default");
    }
}
