// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm.keycloak;

import io.roster.workspaces.adminui.ConsolePage;
import io.roster.workspaces.realm.SwitchReport;
import java.util.List;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * The public client of the workspace console: code flow with PKCE only, and no roles of the realm in its tokens. It is
 * the one client that has scopes of Roster's without anybody having offered them.
 */
final class ConsoleClient {

    private static final List<String> ROSTERS = List.of("roster:self", "roster:manage");

    private final RealmModel realm;
    private final SwitchReport.Builder report;

    ConsoleClient(RealmModel realm, SwitchReport.Builder report) {
        this.realm = realm;
        this.report = report;
    }

    /**
     * Makes it where it isn't there. One that is there may have been changed on purpose: it is left, but for a scope that
     * can't have been taken from it, because it was made anew.
     *
     * @param made the client scopes that this switch has made
     */
    void provide(Set<String> made) {
        ClientModel known = realm.getClientByClientId(ConsolePage.CLIENT);
        if (known == null) {
            create();
        } else {
            ROSTERS.stream().filter(made::contains).forEach(scope -> offer(known, scope));
        }
        report.add("client " + ConsolePage.CLIENT + (known == null ? "" : remark(known)), known == null);
    }

    private void create() {
        ClientModel client = realm.addClient(ConsolePage.CLIENT);
        client.setName("Workspace console");
        client.setEnabled(true);
        client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        client.setPublicClient(true);
        client.setStandardFlowEnabled(true);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(false);
        client.setConsentRequired(false);
        client.setFullScopeAllowed(false);
        client.setRootUrl("${authBaseUrl}");
        client.setRedirectUris(Set.of(pages()));
        client.setWebOrigins(Set.of("+"));
        client.setAttribute(OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD, "S256");
        client.setAttribute(OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS, "+");
        List.of("basic", "profile", "email").forEach(scope -> offer(client, scope));
        ROSTERS.forEach(scope -> offer(client, scope));
    }

    private void offer(ClientModel client, String name) {
        ClientScopeModel scope = KeycloakModelUtils.getClientScopeByName(realm, name);
        if (scope != null) {
            client.addClientScope(scope, true);
        }
    }

    /** What keeps the console from working, said where an administrator looks. */
    private String remark(ClientModel client) {
        List<String> missing = ROSTERS.stream()
                .filter(scope -> !client.getClientScopes(true).containsKey(scope))
                .toList();
        if (!client.isEnabled()) {
            return " (disabled: nobody signs in to the workspace console)";
        }
        if (!missing.isEmpty()) {
            return " (without the default scope " + String.join(", ", missing) + ": the workspace console needs it)";
        }
        if (!client.getRedirectUris().contains(pages())) {
            return " (without the redirect URI " + pages() + ": the workspace console can't sign in)";
        }
        return "";
    }

    private String pages() {
        return "/realms/" + realm.getName() + "/roster/console/*";
    }
}
