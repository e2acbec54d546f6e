// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import io.roster.workspaces.platform.ContentTypes;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Puts {@link AdminWorkspacesApi} at {@code /admin/realms/{realm}/roster}. */
public final class AdminWorkspacesApiFactory implements AdminRealmResourceProviderFactory {

    @Override
    public String getId() {
        return WorkspacesApiFactory.ID;
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new Door();
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing to close
    }

    private record Door() implements AdminRealmResourceProvider {

        @Override
        public Object getResource(
                KeycloakSession session,
                RealmModel realm,
                AdminPermissionEvaluator evaluator,
                AdminEventBuilder events) {
            ContentTypes.requireReadable(session);
            return new AdminWorkspacesApi(session, realm, evaluator);
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
