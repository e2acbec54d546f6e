// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.keycloak;

import io.roster.workspaces.member.Members;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.entities.OrganizationEntity;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.models.jpa.entities.UserGroupMembershipEntity;
import org.keycloak.representations.idm.MembershipType;

/** Follows members who join and leave, by whatever way, in the transaction in which they do. It vetoes nothing. */
public final class MembershipFollower {

    private MembershipFollower() {}

    public static void joined(
            KeycloakSession session, OrganizationModel organization, UserModel user, Members members) {
        if (user.getServiceAccountClientLink() != null) {
            return;
        }
        unmanage(session, organization, user);
        members.joined(
                new Caller.Server(), realm(session), new WorkspaceId(organization.getId()), new UserId(user.getId()));
    }

    public static void left(KeycloakSession session, OrganizationModel organization, UserModel user, Members members) {
        members.left(
                new Caller.Server(), realm(session), new WorkspaceId(organization.getId()), new UserId(user.getId()));
    }

    /**
     * Makes a managed membership an unmanaged one: Keycloak deletes the account of a managed member who leaves
     * (JpaOrganizationProvider, 26.7), whatever else the person is a member of.
     */
    static void unmanage(KeycloakSession session, OrganizationModel organization, UserModel user) {
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        OrganizationEntity entity = em.find(OrganizationEntity.class, organization.getId());
        UserEntity member = em.find(UserEntity.class, user.getId());
        if (entity == null || member == null) {
            return; // a federated user's membership is not in this table, and never managed
        }
        UserGroupMembershipEntity membership = em.find(
                UserGroupMembershipEntity.class, new UserGroupMembershipEntity.Key(member, entity.getGroupId()));
        if (membership != null && membership.getMembershipType() == MembershipType.MANAGED) {
            membership.setMembershipType(MembershipType.UNMANAGED);
        }
    }

    private static RealmId realm(KeycloakSession session) {
        return new RealmId(session.getContext().getRealm().getId());
    }
}
