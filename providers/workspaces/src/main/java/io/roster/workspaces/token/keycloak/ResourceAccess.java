// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * {@code resource_access} of a token: a field of access tokens, and an ordinary claim of ID tokens. What is there stays,
 * in its order; what is new comes after it. Nothing is changed in place, because Keycloak 26.7 shares these objects with
 * what it has resolved of somebody's own roles ({@code AuthenticationManager.resolveLightweightAccessTokenRoles}).
 */
final class ResourceAccess {

    private static final String CLAIM = "resource_access";
    private static final String ROLES = "roles";

    private ResourceAccess() {}

    static void add(IDToken token, String client, List<String> roles) {
        if (token instanceof AccessToken accessToken) {
            add(accessToken, client, roles);
        } else {
            Map<String, Object> clients = copy(token.getOtherClaims().get(CLAIM));
            Map<String, Object> access = copy(clients.get(client));
            access.put(ROLES, united(access.get(ROLES) instanceof Collection<?> own ? own : List.of(), roles));
            clients.put(client, access);
            token.setOtherClaims(CLAIM, clients);
        }
    }

    private static void add(AccessToken token, String client, List<String> roles) {
        Map<String, AccessToken.Access> clients = new LinkedHashMap<>(token.getResourceAccess());
        AccessToken.Access own = clients.get(client);
        AccessToken.Access access = own == null ? new AccessToken.Access() : own.clone();
        access.roles(united(own == null || own.getRoles() == null ? List.of() : own.getRoles(), roles));
        clients.put(client, access);
        token.setResourceAccess(clients);
    }

    private static Set<String> united(Collection<?> own, List<String> added) {
        Set<String> roles = new LinkedHashSet<>();
        own.forEach(role -> roles.add(role.toString()));
        roles.addAll(added);
        return roles;
    }

    private static Map<String, Object> copy(Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, content) -> copy.put(key.toString(), content));
        }
        return copy;
    }
}
