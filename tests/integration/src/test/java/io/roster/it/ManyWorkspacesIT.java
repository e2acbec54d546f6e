// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.Rows;
import io.roster.testkit.TestRealm;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/**
 * As many as {@code -Droster.workspaces=10000} says. Keycloak 26.7 takes ever longer for the next one, because it looks
 * through all that it remembers of the realm for each (CacheManager.addInvalidations): a thousand take seconds.
 */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("ROLE-3")
class ManyWorkspacesIT {

    private static final int WORKSPACES = Integer.getInteger("roster.workspaces", 1_000);
    private static final int BATCH = 250;
    private static final int LOOKED_AT = 100;

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    @InjectRunOnServer(permittedPackages = "io.roster")
    RunOnServerClient server;

    @Test
    void theirPresetsCostNoRowAndCountAllTheSame() {
        JsonNode before = server.fetch(Rows::count, JsonNode.class);
        assertTrue(before.has("WS_ROLE") && before.has("WS_PRESET_EDIT"), before.toString());

        for (int first = 0; first < WORKSPACES; first += BATCH) {
            create(first);
        }
        assertEquals(before, server.fetch(Rows::count, JsonNode.class));

        Person ann = realm.person();
        int[] some =
                new Random(26).ints(0, WORKSPACES).distinct().limit(LOOKED_AT).toArray();
        join(ann.id(), some);
        IntStream.of(some)
                .forEach(number -> assertEquals(
                        Presets.READ_ONLY,
                        realm.tokens()
                                .password(ann, "openid workspace organization:" + alias(number))
                                .permissions(),
                        alias(number)));
        JsonNode after = server.fetch(Rows::count, JsonNode.class);
        for (String table : new String[] {"WS_ROLE", "WS_PRESET_EDIT"}) {
            assertEquals(before.path(table), after.path(table), table);
        }
    }

    /** Inside the server, because as many calls of the admin API take longer. */
    private void create(int first) {
        server.run(session -> {
            OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
            for (int number = first; number < Math.min(first + BATCH, WORKSPACES); number++) {
                organizations.create(alias(number), alias(number));
            }
        });
    }

    private void join(String userId, int... numbers) {
        server.run(session -> {
            OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
            UserModel user = user(session, userId);
            for (int number : numbers) {
                organizations.addMember(organizations.getByAlias(alias(number)), user);
            }
        });
    }

    private static UserModel user(KeycloakSession session, String id) {
        return session.users().getUserById(session.getContext().getRealm(), id);
    }

    private static String alias(int number) {
        return "many" + number;
    }
}
