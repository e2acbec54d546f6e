// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Catalogue;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.platform.Json;
import io.roster.workspaces.workspace.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.Constants;

@Tag("CLAIM-2")
class ClientRolesTest {

    private final Play play = new Play();

    @Test
    void theRolesAreThePermissionsOfTheWorkspaceInTheOrderOfTheirBits() {
        assertEquals(
                List.of(
                        "charts.run",
                        "charts.export",
                        "emailed-charts.receive",
                        "personal-charts.manage",
                        "session-replays.view"),
                ClientRoles.of(standing("read-only")));
        assertEquals(26, ClientRoles.of(standing("admin")).size());
    }

    @Test
    void theyFitAllOrNotAtAll() {
        List<String> roles = ClientRoles.of(standing("admin"));
        int size = Json.bytes(roles).length;
        assertTrue(ClientRoles.fit(roles, size));
        assertTrue(!ClientRoles.fit(roles, size - 1));
    }

    @ParameterizedTest
    @MethodSource("keycloaks")
    void aClientOfKeycloaksOwnIsRefused(String client) {
        String refusal = ClientRoles.refusal(client).orElseThrow();
        assertTrue(refusal.contains(client) && refusal.contains("Choose the client of an app"), refusal);
    }

    /** All that Keycloak makes by itself, so that a new one shows with a new version. */
    static Stream<String> keycloaks() {
        return Stream.concat(Constants.defaultClients.stream(), Stream.of("master-realm", "example-realm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "accounts", "realm-management-app", "realm", "Account"})
    void aClientOfAnAppIsNot(String client) {
        assertEquals(Optional.empty(), ClientRoles.refusal(client));
    }

    @Test
    void aClientWithARoleNamedLikeAnyPermissionIsRefused() {
        Catalogue catalogue = play.catalogues.of(play.realm).permissions();
        catalogue.permissions().stream()
                .map(permission -> permission.key().value())
                .forEach(key -> {
                    String refusal = ClientRoles.refusal("app", catalogue, Set.of("viewer", key)::contains)
                            .orElseThrow();
                    assertTrue(refusal.contains(" " + key + ","), refusal);
                });
        assertEquals(
                Optional.empty(), ClientRoles.refusal("app", catalogue, Set.of("viewer", "charts", "run")::contains));
    }

    private Standing standing(String role) {
        String name = "u-" + role;
        if (role.equals("read-only")) {
            play.members.joined(Play.SERVER, play.realm, play.acme.id(), new UserId(name));
        } else {
            play.teammate(play.acme, name, role);
        }
        return play.access.in(play.realm, play.acme.id(), new UserId(name)).orElseThrow();
    }
}
