// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm.keycloak;

import io.roster.workspaces.Workspaces;
import io.roster.workspaces.member.Members;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * Hears of saved realm settings and changed names. Keycloak 26.7 has no model event for either: its
 * RealmAttributeUpdateEvent is published for one attribute of its own only.
 */
public final class RealmEvents implements EventListenerProviderFactory {

    private static final Pattern USER = Pattern.compile("users/([^/]+)(/.*)?");

    /** What somebody does to what they sign in with. */
    private static final Set<EventType> SIGNS_IN_OTHERWISE = EnumSet.of(
            EventType.UPDATE_CREDENTIAL,
            EventType.REMOVE_CREDENTIAL,
            EventType.RESET_PASSWORD,
            EventType.FEDERATED_IDENTITY_LINK,
            EventType.REMOVE_FEDERATED_IDENTITY);

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new Listener(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return "roster";
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing to close
    }

    private record Listener(KeycloakSession session) implements EventListenerProvider {

        @Override
        public void onEvent(Event event) {
            if (event.getUserId() != null
                    && (event.getType() == EventType.UPDATE_PROFILE || event.getType() == EventType.UPDATE_EMAIL)) {
                renamed(event.getUserId());
            } else if (event.getUserId() != null && SIGNS_IN_OTHERWISE.contains(event.getType())) {
                signsInOtherwise(session.getContext().getRealm(), event.getUserId());
            }
        }

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {
            RealmModel realm = session.getContext().getRealm();
            // a master administrator's event carries the realm that was changed, and so does the context
            if (realm == null || !realm.getId().equals(event.getRealmId())) {
                return;
            }
            if (event.getOperationType() == OperationType.UPDATE && event.getResourceType() == ResourceType.REALM) {
                RealmFollower.updated(session, realm);
            } else if (event.getResourceType() == ResourceType.USER) {
                Matcher user = USER.matcher(event.getResourcePath());
                if (user.matches()) {
                    changed(realm, event.getOperationType(), user.group(1), user.group(2));
                }
            }
        }

        @Override
        public void close() {
            // nothing to close
        }

        /** A user, or below it a password, a credential or an account at an identity provider. */
        private void changed(RealmModel realm, OperationType operation, String user, String below) {
            // takes rows of workspaces, which whatever changes a teammate takes before the teammate's
            if (below != null || operation == OperationType.UPDATE) {
                signsInOtherwise(realm, user);
            }
            if (below == null && operation == OperationType.UPDATE) {
                renamed(user);
            }
        }

        private void signsInOtherwise(RealmModel realm, String user) {
            Workspaces roster = session.getProvider(Workspaces.class);
            if (roster.realms().isFollowed()) {
                roster.orphans().signsInOtherwise(new Caller.Server(), new RealmId(realm.getId()), new UserId(user));
            }
        }

        private void renamed(String user) {
            Members members = session.getProvider(Workspaces.class).members();
            members.renamed(new UserId(user));
        }
    }
}
