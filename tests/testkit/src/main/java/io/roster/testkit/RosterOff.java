// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import java.util.Map;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.testframework.realm.ClientBuilder;
import org.keycloak.testframework.realm.RealmBuilder;
import org.keycloak.testframework.realm.RealmConfig;

/** A realm with organizations, as it is before anybody has switched Roster on. */
public class RosterOff implements RealmConfig {

    /** The client that people sign in to in tests. */
    public static final String APP = "app";

    /** Like {@link #APP}, but nobody ever offers it a scope of Roster's. */
    public static final String STRANGER = "stranger";

    /** A confidential client with a service account, its secret being its name. */
    public static final String ROBOT = "robot";

    @Override
    public RealmBuilder configure(RealmBuilder realm) {
        // A password grant per token: one round of hashing is enough to tell a right password from a wrong one.
        return realm.organizationsEnabled(true)
                .passwordPolicy("hashAlgorithm(pbkdf2-sha256) and hashIterations(1)")
                .clients(
                        ClientBuilder.create(APP)
                                .publicClient()
                                .directAccessGrantsEnabled()
                                .protocolMappers(audience(ROBOT)),
                        ClientBuilder.create(STRANGER).publicClient().directAccessGrantsEnabled(),
                        ClientBuilder.create(ROBOT).secret(ROBOT).serviceAccountsEnabled());
    }

    /** Keycloak introspects a token only for a client in its audience. */
    static ProtocolMapperRepresentation audience(String client) {
        ProtocolMapperRepresentation audience = new ProtocolMapperRepresentation();
        audience.setName("audience " + client);
        audience.setProtocol("openid-connect");
        audience.setProtocolMapper("oidc-audience-mapper");
        audience.setConfig(Map.of("included.client.audience", client, "access.token.claim", "true"));
        return audience;
    }
}
