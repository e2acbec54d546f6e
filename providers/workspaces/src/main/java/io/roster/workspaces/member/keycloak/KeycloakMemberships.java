// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.keycloak;

import io.roster.workspaces.member.Memberships;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Removes members as Keycloak's own API does. Without the caller's admin rights: with fine-grained admin permissions on,
 * Keycloak 26.7 would look for the membership among the organizations that the caller may view, and find none.
 */
public final class KeycloakMemberships implements Memberships {

    private final KeycloakSession session;

    public KeycloakMemberships(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void remove(WorkspaceId workspace, UserId user) {
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        OrganizationModel organization = organizations.getById(workspace.value());
        UserModel member = session.users().getUserById(session.getContext().getRealm(), user.value());
        if (organization != null && member != null) {
            AdminPermissionsSchema.runWithoutAuthorization(session, () -> {
                MembershipFollower.unmanage(session, organization, member);
                organizations.removeMember(organization, member);
            });
        }
    }
}
