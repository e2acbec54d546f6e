// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm.keycloak;

import io.roster.workspaces.realm.RealmPort;
import io.roster.workspaces.realm.SwitchReport;
import io.roster.workspaces.signin.SignIn;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The realm of a Keycloak session. */
public final class KeycloakRealm implements RealmPort {

    private final KeycloakSession session;

    public KeycloakRealm(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public RealmId id() {
        return new RealmId(realm().getId());
    }

    @Override
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(realm().getAttribute(name));
    }

    @Override
    public void set(String attribute, String value) {
        realm().setAttribute(attribute, value);
    }

    @Override
    public void remove(String attribute) {
        realm().removeAttribute(attribute);
    }

    @Override
    public boolean hasOrganizations() {
        return realm().isOrganizationsEnabled();
    }

    @Override
    public void provide(SwitchReport.Builder report) {
        Set<String> scopes = new ClientScopes(realm(), report).provide();
        new ConsoleClient(realm(), report).provide(scopes);
        provideSignIn(report);
    }

    @Override
    public List<String> offer(String clientId, List<String> scopes) {
        ClientModel client = realm().getClientByClientId(clientId);
        if (client == null) {
            return List.of("client " + clientId);
        }
        List<String> missing = new ArrayList<>();
        for (String name : scopes) {
            ClientScopeModel scope = KeycloakModelUtils.getClientScopeByName(realm(), name);
            if (scope == null) {
                missing.add("client scope " + name);
            } else {
                client.addClientScope(scope, false);
            }
        }
        return missing;
    }

    @Override
    public Optional<UserId> user(String username) {
        return Optional.ofNullable(session.users().getUserByUsername(realm(), username))
                .map(user -> new UserId(user.getId()));
    }

    @Override
    public void forgetCachedUsers() {
        UserCache cache = session.getProvider(UserCache.class);
        if (cache != null) {
            cache.clear();
        }
    }

    /** Before all others: whoever may not sign in isn't asked for a new password first. */
    private void provideSignIn(SwitchReport.Builder report) {
        List<RequiredActionProviderModel> actions =
                realm().getRequiredActionProvidersStream().toList();
        Optional<RequiredActionProviderModel> known = actions.stream()
                .filter(action -> SignIn.ACTION.equals(action.getProviderId()))
                .findFirst();
        boolean isDisabled = known.filter(action -> !action.isEnabled()).isPresent();
        report.add(
                "required action " + SignIn.ACTION
                        + (isDisabled
                                ? " (disabled: suspended people get no page that says so, and no token either)"
                                : ""),
                known.isEmpty());
        if (known.isEmpty()) {
            RequiredActionProviderModel action = new RequiredActionProviderModel();
            action.setAlias(SignIn.ACTION);
            action.setName("Workspace sign-in");
            action.setProviderId(SignIn.ACTION);
            action.setEnabled(true);
            action.setDefaultAction(false);
            action.setPriority(actions.stream()
                            .mapToInt(RequiredActionProviderModel::getPriority)
                            .min()
                            .orElse(1)
                    - 1);
            realm().addRequiredActionProvider(action);
        }
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
