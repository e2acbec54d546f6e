// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm.keycloak;

import io.roster.workspaces.realm.SwitchReport;
import io.roster.workspaces.token.keycloak.WorkspacePermissionsMapper;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AudienceProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/**
 * The client scopes of Roster. None is ever a default scope of the realm: a realm administrator adds them to the
 * clients that may ask.
 */
public final class ClientScopes {

    /** The audience of tokens for Roster's own API. */
    static final String AUDIENCE = "roster";

    static final String WORKSPACE = "workspace";

    /** What people read where they consent, by name. */
    public static final Map<String, String> TEXTS = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            WORKSPACE,
            "Your role and permissions in the workspace",
            "roster:self",
            "See your own permissions",
            "roster:check",
            "Check what people may do",
            "roster:spaces",
            "Work with personal and shared spaces",
            "roster:manage",
            "Manage roles, teammates and everything else of a workspace")));

    private final RealmModel realm;
    private final SwitchReport.Builder report;

    ClientScopes(RealmModel realm, SwitchReport.Builder report) {
        this.realm = realm;
        this.report = report;
    }

    /** Makes what isn't there: the names of the scopes that it has made. */
    Set<String> provide() {
        Set<String> made = TEXTS.keySet().stream()
                .filter(name -> KeycloakModelUtils.getClientScopeByName(realm, name) == null)
                .collect(Collectors.toSet());
        TEXTS.forEach((name, text) -> {
            ClientScopeModel scope = scope(name, text);
            if (name.equals(WORKSPACE)) {
                mapper(
                        scope,
                        "workspace permissions",
                        WorkspacePermissionsMapper.ID,
                        WorkspacePermissionsMapper.defaults());
            } else {
                mapper(scope, "roster audience", AudienceProtocolMapper.PROVIDER_ID, audience());
            }
        });
        return made;
    }

    private ClientScopeModel scope(String name, String text) {
        ClientScopeModel known = KeycloakModelUtils.getClientScopeByName(realm, name);
        boolean isDefault = realm.getDefaultClientScopesStream(true).anyMatch(scope -> scope.equals(known));
        report.add(
                "client scope " + name
                        + (isDefault
                                ? " (a default scope of the realm: take it out there, or every client has it)"
                                : ""),
                known == null);
        if (known != null) {
            return known;
        }
        ClientScopeModel scope = realm.addClientScope(name);
        scope.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        scope.setDescription(text);
        scope.setIncludeInTokenScope(true);
        scope.setDisplayOnConsentScreen(true);
        scope.setConsentScreenText(text);
        return scope;
    }

    /** A scope with the name but without a mapper of the kind would silently do nothing: it gets one. */
    private void mapper(ClientScopeModel scope, String name, String provider, Map<String, String> config) {
        boolean known =
                scope.getProtocolMappersStream().anyMatch(mapper -> provider.equals(mapper.getProtocolMapper()));
        report.add("mapper " + name + " of client scope " + scope.getName(), !known);
        if (known) {
            return;
        }
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName(name);
        mapper.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        mapper.setProtocolMapper(provider);
        mapper.setConfig(config);
        scope.addProtocolMapper(mapper);
    }

    private static Map<String, String> audience() {
        Map<String, String> config = new HashMap<>();
        config.put(AudienceProtocolMapper.INCLUDED_CUSTOM_AUDIENCE, AUDIENCE);
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_LIGHTWEIGHT_ACCESS_TOKEN, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN, "false");
        return config;
    }
}
