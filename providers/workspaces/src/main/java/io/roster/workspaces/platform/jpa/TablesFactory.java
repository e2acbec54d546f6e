// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform.jpa;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Names the changelog, which Keycloak runs under its database lock at start. The entities it finds by itself, by their
 * annotation in the index of the build (Keycloak 26.7 on Quarkus), so none is listed here.
 */
public final class TablesFactory implements JpaEntityProviderFactory {

    /** Names the changelog's own table, DATABASECHANGELOG_ROSTER_WOR: it must never change. */
    private static final String ID = "roster-workspaces";

    private static final String CHANGELOG = "META-INF/roster/changelog.xml";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new Tables();
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

    private static final class Tables implements JpaEntityProvider {

        @Override
        public List<Class<?>> getEntities() {
            return List.of();
        }

        @Override
        public String getChangelogLocation() {
            return CHANGELOG;
        }

        @Override
        public String getFactoryId() {
            return ID;
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
