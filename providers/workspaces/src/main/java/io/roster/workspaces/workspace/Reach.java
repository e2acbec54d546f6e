// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

/** How far a change of access reaches: whatever was derived of anybody within it has to be read again. */
public sealed interface Reach {

    /** Its name among the topics of what is remembered. Nodes tell it each other, so it never changes. */
    String topic();

    /** Everybody in the realm. */
    record OfRealm(RealmId realm) implements Reach {

        @Override
        public String topic() {
            return "realm/" + realm;
        }
    }

    /** Every teammate of the workspace. */
    record OfWorkspace(WorkspaceId workspace) implements Reach {

        @Override
        public String topic() {
            return "workspace/" + workspace;
        }
    }

    /** One teammate. */
    record OfTeammate(WorkspaceId workspace, UserId user) implements Reach {

        @Override
        public String topic() {
            return "teammate/" + workspace + "/" + user;
        }
    }

    /** In which workspaces somebody is. */
    record OfMemberships(UserId user) implements Reach {

        @Override
        public String topic() {
            return "memberships/" + user;
        }
    }
}
