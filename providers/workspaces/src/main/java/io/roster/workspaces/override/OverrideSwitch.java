// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override;

import io.roster.workspaces.workspace.Workspace;

/** Whether a workspace has overrides at all. */
@FunctionalInterface
public interface OverrideSwitch {

    /** Where it is off, none is made or lengthened; those that exist count until they end or are removed. */
    boolean isOn(Workspace workspace);
}
