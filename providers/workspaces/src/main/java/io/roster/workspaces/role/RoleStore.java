// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where custom roles and edits of presets are. */
public interface RoleStore {

    /** Custom roles in the order of their folded names, from after the given name and id on. */
    List<CustomRole> page(WorkspaceId workspace, int max, Optional<String> afterName, Optional<String> afterId);

    Optional<CustomRole> find(WorkspaceId workspace, String id);

    /** Those of these roles that the workspace has. */
    List<CustomRole> find(WorkspaceId workspace, Collection<String> ids);

    Optional<CustomRole> named(WorkspaceId workspace, RoleName name);

    /** Keeps the role from going until the transaction ends, also while others keep it; false if it isn't there any more. */
    boolean keep(WorkspaceId workspace, String id);

    /** Waits until nobody keeps the role, and lets nobody else. */
    void hold(WorkspaceId workspace, String id);

    void insert(Workspace workspace, CustomRole role);

    void update(WorkspaceId workspace, CustomRole role);

    void delete(WorkspaceId workspace, String id);

    List<PresetEdit> edits(WorkspaceId workspace);

    /** Adds or replaces the edit of one preset. */
    void save(Workspace workspace, PresetEdit edit);

    void reset(WorkspaceId workspace, String preset);

    void removeAll(WorkspaceId workspace);

    void removeAll(RealmId realm);
}
