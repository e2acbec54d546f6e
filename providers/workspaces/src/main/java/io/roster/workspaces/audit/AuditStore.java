// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.OptionalLong;

/** Where entries are. They are added, and never changed but for the address of whoever's account goes. */
public interface AuditStore {

    void append(Entry entry);

    /** Entries of a workspace, newest first, from below the given number on. */
    List<Recorded> page(WorkspaceId workspace, int max, OptionalLong below);

    /** The same of what is the realm's and no workspace's. */
    List<Recorded> page(RealmId realm, int max, OptionalLong below);

    /** Takes the addresses from which this user acted out of every entry. */
    void forgetAddresses(UserId user);

    void removeAll(WorkspaceId workspace);

    void removeAll(RealmId realm);
}
