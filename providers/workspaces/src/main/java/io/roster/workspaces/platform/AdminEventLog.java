// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * Writes Keycloak admin events with resource types of our own, so that the realm's event store and every event listener
 * get them. What Roster does by itself has no request to tell of, and Keycloak has its own event of what caused it.
 */
public final class AdminEventLog {

    private final KeycloakSession session;

    public AdminEventLog(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Writes one event, if there is somebody who did it.
     *
     * @param type a resource type of ours, up to 64 characters
     * @param content what the event's representation says, where the realm keeps representations
     */
    public void write(Caller caller, OperationType operation, String type, String path, Map<String, ?> content) {
        AdminAuth auth = auth(caller);
        if (auth == null) {
            return;
        }
        RealmModel realm = session.getContext().getRealm();
        new AdminEventBuilder(realm, auth, session, session.getContext().getConnection())
                .operation(operation)
                .resource(type)
                .resourcePath(path)
                .representation(content)
                .success();
    }

    private AdminAuth auth(Caller caller) {
        if (caller instanceof Caller.Administrator administrator
                && administrator.rights() instanceof KeycloakAdminRights rights) {
            return rights.auth();
        }
        if (caller instanceof Caller.Person person) {
            return bearer(person.userId());
        }
        return caller instanceof Caller.ServiceAccount account ? bearer(account.userId()) : null;
    }

    private AdminAuth bearer(String userId) {
        KeycloakContext context = session.getContext();
        UserModel user = session.users().getUserById(context.getRealm(), userId);
        return new AdminAuth(context.getRealm(), (AccessToken) context.getBearerToken(), user, context.getClient());
    }
}
