// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.signin.keycloak;

import io.roster.workspaces.signin.SignIn;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes the gate for each sign-in, in realms that have it registered: switching Roster on does that. */
public final class SignInGateFactory implements RequiredActionFactory {

    @Override
    public String getId() {
        return SignIn.ACTION;
    }

    @Override
    public String getDisplayText() {
        return "Workspace sign-in";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new SignInGate(session);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of();
    }

    @Override
    public boolean isOneTimeAction() {
        return false;
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
}
