// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

@Tag("CLAIM-2")
class ResourceAccessTest {

    private static final List<String> ROLES = List.of("charts.run", "charts.export");

    @Test
    void anAccessTokenKeepsItsRolesAndHasTheNewOnesAfterThem() {
        AccessToken token = new AccessToken();
        token.addAccess("app").addRole("viewer").addRole("charts.export").verifyCaller(true);
        token.addAccess("account").addRole("view-profile");

        ResourceAccess.add(token, "app", ROLES);

        assertEquals(3, token.getResourceAccess("app").getRoles().size());
        assertEquals(
                List.of("charts.run"),
                List.copyOf(token.getResourceAccess("app").getRoles()).subList(2, 3));
        assertEquals(true, token.getResourceAccess("app").getVerifyCaller());
        assertEquals(Set.of("view-profile"), token.getResourceAccess("account").getRoles());
    }

    @Test
    void whatIsSharedWithKeycloakStaysAsItWas() {
        AccessToken resolved = new AccessToken();
        AccessToken.Access own = resolved.addAccess("app").addRole("viewer");
        AccessToken token = new AccessToken();
        token.setResourceAccess(resolved.getResourceAccess());

        ResourceAccess.add(token, "app", ROLES);
        ResourceAccess.add(token, "other", ROLES);

        assertEquals(
                Set.of("viewer", "charts.run", "charts.export"),
                token.getResourceAccess("app").getRoles());
        assertEquals(Set.of("viewer"), own.getRoles());
        assertSame(own, resolved.getResourceAccess("app"));
        assertEquals(Set.of("app"), resolved.getResourceAccess().keySet());
    }

    @Test
    void aTokenWithoutRolesGetsThemInTheirOrder() {
        AccessToken token = new AccessToken();
        ResourceAccess.add(token, "app", ROLES);
        assertEquals(ROLES, List.copyOf(token.getResourceAccess("app").getRoles()));

        AccessToken empty = new AccessToken();
        empty.addAccess("app");
        ResourceAccess.add(empty, "app", ROLES);
        assertEquals(ROLES, List.copyOf(empty.getResourceAccess("app").getRoles()));
    }

    @Test
    void anIdTokenHasThemWhereKeycloaksOwnMapperWrites() {
        IDToken token = new IDToken();
        ResourceAccess.add(token, "app", ROLES);
        assertEquals(ROLES, roles(token, "app"));

        token.setOtherClaims("resource_access", Map.of("app", Map.of("roles", Set.of("viewer")), "other", "x"));
        ResourceAccess.add(token, "app", ROLES);
        assertEquals(List.of("viewer", "charts.run", "charts.export"), roles(token, "app"));
        assertEquals("x", ((Map<?, ?>) token.getOtherClaims().get("resource_access")).get("other"));
    }

    private static List<?> roles(IDToken token, String client) {
        Map<?, ?> clients = (Map<?, ?>) token.getOtherClaims().get("resource_access");
        return List.copyOf((Collection<?>) ((Map<?, ?>) clients.get(client)).get("roles"));
    }
}
