// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan.keycloak;

import io.roster.workspaces.orphan.Notices;
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
public final class OrphanMail implements Notices.Mail {

    private final KeycloakSession session;

    public OrphanMail(KeycloakSession session) {
        this.session = session;
    }

    /** With the realm's mail server, in the realm's language. */
    @Override
    public void send(Workspace workspace, String address) throws Notices.UnsentException {
        RealmModel realm = session.getContext().getRealm();
        UserModel reader = new InMemoryUserAdapter(session, realm, null);
        reader.setEmail(address);
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("workspaceName", workspace.name());
        attributes.put("workspaceAlias", workspace.alias());
        // nobody's browser asked for it
        attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(reader)
                    .send(
                            "rosterOrphanedSubject",
                            List.of(workspace.name()),
                            "roster-orphaned.ftl",
                            attributes,
                            address);
        } catch (EmailException e) {
            throw new Notices.UnsentException(e.getMessage(), e);
        }
    }
}
