// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code roster-workspaces}. */
public final class WorkspacesSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "roster-workspaces";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return Workspaces.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return WorkspacesFactory.class;
    }
}
