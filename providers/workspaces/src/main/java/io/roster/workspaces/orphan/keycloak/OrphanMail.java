// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan.keycloak;

import io.roster.workspaces.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** Writes to the realm's contact that nobody can run a workspace any more. */
public final class OrphanMail {

    private final KeycloakSession session;

    public OrphanMail(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Sends it with the realm's mail server, in the realm's language.
     *
     * @throws EmailException if it can't be sent; then the same can be tried again
     */
    public void send(Workspace workspace, String address) throws EmailException {
        RealmModel realm = session.getContext().getRealm();
        UserModel reader = new InMemoryUserAdapter(session, realm, null);
        reader.setEmail(address);
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("workspaceName", workspace.name());
        attributes.put("workspaceAlias", workspace.alias());
        // nobody's browser asked for it
        attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(reader)
                .send("rosterOrphanedSubject", List.of(workspace.name()), "roster-orphaned.ftl", attributes, address);
    }
}
