// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access.keycloak;

import io.roster.workspaces.access.Organizations;
import io.roster.workspaces.workspace.WorkspaceId;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Asks Keycloak's own cache, which its nodes keep true. Keycloak 26.7 publishes nothing when an organization is
 * disabled, so a copy of ours could not be. By id the provider asks nobody's admin rights.
 */
public final class KeycloakOrganizations implements Organizations {

    private final KeycloakSession session;

    public KeycloakOrganizations(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public boolean isEnabled(WorkspaceId workspace) {
        OrganizationModel organization =
                session.getProvider(OrganizationProvider.class).getById(workspace.value());
        return organization != null && organization.isEnabled();
    }
}
