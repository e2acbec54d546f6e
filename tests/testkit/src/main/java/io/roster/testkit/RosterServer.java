// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import org.keycloak.testframework.server.KeycloakServerConfig;
import org.keycloak.testframework.server.KeycloakServerConfigBuilder;

/** The one server of the suite: Keycloak as it comes, our provider JAR and the console's, as this build packaged them. */
public final class RosterServer implements KeycloakServerConfig {

    @Override
    public KeycloakServerConfigBuilder configure(KeycloakServerConfigBuilder server) {
        return server.dependency("io.roster", "roster-workspaces").dependency("io.roster", "roster-themes");
    }
}
