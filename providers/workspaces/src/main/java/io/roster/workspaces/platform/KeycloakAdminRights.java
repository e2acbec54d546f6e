// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Asks the evaluator that Keycloak's own admin endpoints ask. */
public final class KeycloakAdminRights implements AdminRights {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator evaluator;

    public KeycloakAdminRights(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator evaluator) {
        this.session = session;
        this.realm = realm;
        this.evaluator = evaluator;
    }

    AdminAuth auth() {
        return evaluator.adminAuth();
    }

    @Override
    public boolean viewsOrganization(String organizationId) {
        OrganizationModel organization = organization(organizationId);
        return organization != null && evaluator.orgs().canView(organization);
    }

    @Override
    public boolean managesOrganization(String organizationId) {
        OrganizationModel organization = organization(organizationId);
        return organization != null && evaluator.orgs().canManage(organization);
    }

    @Override
    public boolean viewsUser(String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        return user != null && evaluator.users().canView(user);
    }

    @Override
    public boolean viewsUsers() {
        return evaluator.users().canView();
    }

    @Override
    public boolean managesUser(String userId) {
        UserModel user = session.users().getUserById(realm, userId);
        return user != null && evaluator.users().canManage(user);
    }

    @Override
    public boolean viewsRealm() {
        return evaluator.realm().canViewRealm();
    }

    @Override
    public boolean managesRealm() {
        return evaluator.realm().canManageRealm();
    }

    @Override
    public boolean viewsEvents() {
        return evaluator.realm().canViewEvents();
    }

    private OrganizationModel organization(String id) {
        return session.getProvider(OrganizationProvider.class).getById(id);
    }
}
