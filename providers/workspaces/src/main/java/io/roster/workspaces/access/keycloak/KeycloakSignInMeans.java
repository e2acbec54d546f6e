// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access.keycloak;

import io.roster.workspaces.access.SignInMeans;
import io.roster.workspaces.workspace.UserId;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Asks the user's credentials, those of a federation's users too, and the accounts that are linked to them. A user who is
 * locked out for a while after wrong passwords (Keycloak's brute force detection) counts: that ends by itself. What another
 * node has just committed may not have reached this one's cache, so the user is taken out of it first and read anew.
 */
public final class KeycloakSignInMeans implements SignInMeans {

    private final KeycloakSession session;

    public KeycloakSignInMeans(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public boolean canSignIn(UserId id) {
        RealmModel realm = session.getContext().getRealm();
        UserModel user = asItIs(realm, id);
        return user != null
                && user.isEnabled()
                && (user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)
                        || user.credentialManager().isConfiguredFor(WebAuthnCredentialModel.TYPE_PASSWORDLESS)
                        || session.users()
                                .getFederatedIdentitiesStream(realm, user)
                                .map(FederatedIdentityModel::getIdentityProvider)
                                .anyMatch(this::signsIn));
    }

    private UserModel asItIs(RealmModel realm, UserId id) {
        UserModel remembered = session.users().getUserById(realm, id.value());
        UserCache cache = session.getProvider(UserCache.class);
        if (remembered == null || cache == null) {
            return remembered;
        }
        cache.evict(realm, remembered);
        return session.users().getUserById(realm, id.value());
    }

    private boolean signsIn(String alias) {
        IdentityProviderModel provider = session.identityProviders().getByAlias(alias);
        return provider != null && provider.isEnabled() && !provider.isLinkOnly();
    }
}
