// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import io.roster.workspaces.platform.ContentTypes;
import io.roster.workspaces.platform.Preflight;
import jakarta.ws.rs.HttpMethod;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts {@link WorkspacesApi} at {@code /realms/{realm}/roster}. */
public final class WorkspacesApiFactory implements RealmResourceProviderFactory {

    static final String ID = "roster";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new Door(session);
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

    private record Door(KeycloakSession session) implements RealmResourceProvider {

        @Override
        public Object getResource() {
            // asked here: a locator with a longer path would take the call away from an @OPTIONS method beside it
            boolean preflight = HttpMethod.OPTIONS.equals(
                    session.getContext().getHttpRequest().getHttpMethod());
            ContentTypes.requireReadable(session);
            return preflight ? new Preflight() : new WorkspacesApi(session);
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
