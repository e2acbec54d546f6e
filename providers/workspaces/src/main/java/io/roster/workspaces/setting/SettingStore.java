// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting;

import io.roster.workspaces.role.RoleUse;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;

/** Where settings are. A workspace uses the role that counts as its default, whoever has said so. */
public interface SettingStore extends RoleUse {

    /** The kind under which a default role is in use. */
    String KIND = "settings";

    Chosen find(RealmId realm);

    Chosen find(WorkspaceId workspace);

    /** Writes the settings of a realm whose row is held; of a preset alone as the default role. */
    void save(RealmId realm, Chosen chosen);

    /** Writes the settings of a locked workspace. */
    void save(WorkspaceId workspace, Chosen chosen);

    /** Names no role any more, so that roles can go with the workspace. */
    void removeAll(WorkspaceId workspace);

    void removeAll(RealmId realm);
}
