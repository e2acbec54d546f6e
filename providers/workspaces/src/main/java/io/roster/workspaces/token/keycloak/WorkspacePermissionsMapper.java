// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import io.roster.workspaces.Workspaces;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.token.ClaimForm;
import io.roster.workspaces.token.Request;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/** The protocol mapper 'Workspace permissions': what the person may do in the active workspace, in one claim. */
public final class WorkspacePermissionsMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    public static final String ID = "roster-permissions-mapper";
    public static final String FORM = "roster.form";

    private static final Logger LOG = Logger.getLogger(WorkspacePermissionsMapper.class);
    private static final String DEFAULT_CLAIM = "workspace";
    /** After Keycloak's organization mappers, so that none of them sees what this one did. */
    private static final int PRIORITY = 50;

    private static final List<ProviderConfigProperty> PROPERTIES = properties();

    /** The configuration with which the scope {@code workspace} is made. */
    public static Map<String, String> defaults() {
        Map<String, String> config = new HashMap<>();
        config.put(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, DEFAULT_CLAIM);
        config.put(FORM, ClaimForm.LIST.key());
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN, "false");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_LIGHTWEIGHT_ACCESS_TOKEN, "false");
        return config;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Workspace permissions";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Adds the person's role and permissions in the active workspace.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PROPERTIES;
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        RealmModel realm = session.getContext().getRealm();
        UserModel user = userSession.getUser();
        if (!realm.isOrganizationsEnabled() || user == null || user.getServiceAccountClientLink() != null) {
            return;
        }
        Optional<Standing> standing = standing(session, realm, user, context.getClientSession());
        standing.ifPresent(found -> OIDCAttributeMapperHelper.mapClaim(
                token, named(mapper), ClaimForm.of(mapper.getConfig().get(FORM)).claim(found)));
    }

    private static Optional<Standing> standing(
            KeycloakSession session, RealmModel realm, UserModel user, AuthenticatedClientSessionModel client) {
        try {
            Workspaces workspaces = session.getProvider(Workspaces.class);
            if (!workspaces.isOn()) {
                return Optional.empty();
            }
            Request request = Request.of(
                    client.getNote(OAuth2Constants.SCOPE), client.getNote(OrganizationModel.ORGANIZATION_ATTRIBUTE));
            return workspaces.activeWorkspace().of(new RealmId(realm.getId()), new UserId(user.getId()), request);
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "No permissions in this token: reading them failed (realm %s, user %s)",
                    realm.getName(),
                    user.getId());
            return Optional.empty();
        }
    }

    private static ProtocolMapperModel named(ProtocolMapperModel mapper) {
        String name = mapper.getConfig().get(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME);
        if (name != null && !name.isBlank()) {
            return mapper;
        }
        ProtocolMapperModel copy = new ProtocolMapperModel();
        copy.setName(mapper.getName());
        copy.setProtocolMapper(mapper.getProtocolMapper());
        copy.setConfig(new HashMap<>(mapper.getConfig()));
        copy.getConfig().put(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, DEFAULT_CLAIM);
        return copy;
    }

    private static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        ProviderConfigProperty name = new ProviderConfigProperty(
                OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME,
                "Claim name",
                "Under which name the token has it.",
                ProviderConfigProperty.STRING_TYPE,
                DEFAULT_CLAIM);
        ProviderConfigProperty form = new ProviderConfigProperty(
                FORM,
                "Form of permissions",
                "list: keys; bits: the bits of the realm's catalogue, for small tokens; role: the role alone.",
                ProviderConfigProperty.LIST_TYPE,
                ClaimForm.LIST.key());
        form.setOptions(List.of(ClaimForm.LIST.key(), ClaimForm.BITS.key(), ClaimForm.ROLE.key()));
        properties.add(name);
        properties.add(form);
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, WorkspacePermissionsMapper.class);
        return List.copyOf(properties);
    }
}
