// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import io.roster.access.Catalogue;
import io.roster.workspaces.Workspaces;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.OnceAMinute;
import io.roster.workspaces.token.ClientRoles;
import io.roster.workspaces.workspace.RealmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * The protocol mapper 'Workspace permissions as client roles': the permissions in the active workspace where adapters
 * look for the roles of a client. What it refuses it refuses twice: when it is saved, so that somebody reads why, and
 * with each token, because Keycloak 26.7 saves imported mappers unasked and a role can be made later.
 */
public final class ClientRolesMapper extends StandingMapper {

    public static final String ID = "roster-client-roles-mapper";
    public static final String CLIENT = "roster.client";

    private static final Logger LOG = Logger.getLogger(ClientRolesMapper.class);
    private static final OnceAMinute LINES = new OnceAMinute(Clock.keycloak());
    private static final List<ProviderConfigProperty> PROPERTIES = properties();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Workspace permissions as client roles";
    }

    @Override
    public String getHelpText() {
        return "Adds the person's permissions in the active workspace to the roles of a client, for apps that read"
                + " resource_access.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PROPERTIES;
    }

    @Override
    public void validateConfig(
            KeycloakSession session,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        Optional<Catalogue> catalogue = session.getProvider(Workspaces.class)
                .catalogues()
                .find(new RealmId(realm.getId()))
                .map(RealmCatalogue::permissions);
        Optional<String> refusal = chosen(mapper)
                // a mapper of a scope is for whatever client asks, which shows with its tokens
                .or(() ->
                        container instanceof ClientModel client ? Optional.of(client.getClientId()) : Optional.empty())
                .flatMap(client -> refusal(realm, client, catalogue));
        if (refusal.isPresent()) {
            throw refused(refusal.get());
        }
    }

    @Override
    boolean write(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            ClientSessionContext context,
            Standing standing,
            int budget) {
        String client = chosen(mapper)
                .orElseGet(() -> context.getClientSession().getClient().getClientId());
        List<String> roles = ClientRoles.of(standing);
        Optional<String> refusal = refusal(
                        session.getContext().getRealm(),
                        client,
                        Optional.of(standing.catalogue().permissions()))
                .or(() -> ClientRoles.fit(roles, budget)
                        ? Optional.empty()
                        : Optional.of("They don't fit into the mapper's size budget of " + budget + " bytes."));
        if (refusal.isPresent()) {
            LOG.logf(
                    LINES.isTime(mapper.getId() + " " + client) ? Logger.Level.WARN : Logger.Level.DEBUG,
                    "No permissions as client roles (realm %s, mapper %s): %s",
                    session.getContext().getRealm().getName(),
                    mapper.getName(),
                    refusal.get());
            return false;
        }
        if (roles.isEmpty()) {
            return false;
        }
        ResourceAccess.add(token, client, roles);
        return true;
    }

    private static Optional<String> refusal(RealmModel realm, String client, Optional<Catalogue> catalogue) {
        return ClientRoles.refusal(client).or(() -> {
            ClientModel found = realm.getClientByClientId(client);
            return found == null
                    ? Optional.of(ClientRoles.unknown(client))
                    // by name, and not the list: Keycloak 26.7 caches that a name isn't there, but no empty list
                    : catalogue.flatMap(
                            known -> ClientRoles.refusal(client, known, name -> found.getRole(name) != null));
        });
    }

    private static Optional<String> chosen(ProtocolMapperModel mapper) {
        return Optional.ofNullable(mapper.getConfig().get(CLIENT))
                .map(String::strip)
                .filter(client -> !client.isEmpty());
    }

    /** Keycloak 26.7 looks the key up among the admin console's messages, and reads the text as a message format. */
    private static ProtocolMapperConfigException refused(String text) {
        return new ProtocolMapperConfigException(
                text.replace("'", "''").replace("{", "'{'"), "rosterClientRolesRefused");
    }

    private static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        properties.add(new ProviderConfigProperty(
                CLIENT,
                "Client",
                "Whose roles they are. Empty for the client that the token is for. A client of Keycloak's own is refused,"
                        + " and one that has a role named like a permission.",
                ProviderConfigProperty.CLIENT_LIST_TYPE,
                null));
        properties.add(budget(
                "How many bytes the names may have, as a JSON list, in access and ID tokens. If they don't fit, the token"
                        + " has none of them. Whatever is no number acts as " + DEFAULT_BUDGET + "."));
        addSwitches(properties);
        return List.copyOf(properties);
    }
}
