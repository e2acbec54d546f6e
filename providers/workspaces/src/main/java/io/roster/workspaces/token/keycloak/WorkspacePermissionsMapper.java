// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import io.roster.workspaces.token.ClaimForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/** The protocol mapper 'Workspace permissions': what the person may do in the active workspace, in one claim. */
public final class WorkspacePermissionsMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    public static final String ID = "roster-permissions-mapper";
    public static final String FORM = "roster.form";

    public static final String BUDGET = "roster.budget";

    private static final String DEFAULT_CLAIM = "workspace";
    private static final String DEFAULT_BUDGET = "2048";
    /** Who asks userinfo or introspection gets all: the budget is for what travels with every request. */
    private static final int NO_BUDGET = Integer.MAX_VALUE;
    /** After Keycloak's organization mappers, so that none of them sees what this one did. */
    private static final int PRIORITY = 50;

    private static final List<ProviderConfigProperty> PROPERTIES = properties();

    /** The configuration with which the scope {@code workspace} is made. */
    public static Map<String, String> defaults() {
        Map<String, String> config = new HashMap<>();
        config.put(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, DEFAULT_CLAIM);
        config.put(FORM, ClaimForm.LIST.key());
        config.put(BUDGET, DEFAULT_BUDGET);
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN, "false");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION, "true");
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

    /** A lightweight access token tells of the workspace alone; userinfo and introspection go on from there. */
    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        if (!getShouldUseLightweightToken(session)) {
            return super.transformAccessToken(token, mapper, session, userSession, context);
        }
        if (OIDCAttributeMapperHelper.includeInAccessToken(mapper)) {
            SessionStanding.of(session, userSession, context)
                    .ifPresent(found ->
                            OIDCAttributeMapperHelper.mapClaim(token, named(mapper), ClaimForm.reference(found)));
        }
        return token;
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        if (OIDCAttributeMapperHelper.includeInUserInfo(mapper)) {
            write(token, mapper, userSession, session, context, NO_BUDGET);
        }
        return token;
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        if (OIDCAttributeMapperHelper.includeInIntrospection(mapper)) {
            write(token, mapper, userSession, session, context, NO_BUDGET);
        }
        return token;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        write(token, mapper, userSession, session, context, budget(mapper));
    }

    private static void write(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context,
            int budget) {
        ClaimForm form = ClaimForm.of(mapper.getConfig().get(FORM));
        SessionStanding.of(session, userSession, context)
                .ifPresent(
                        found -> OIDCAttributeMapperHelper.mapClaim(token, named(mapper), form.claim(found, budget)));
    }

    private static int budget(ProtocolMapperModel mapper) {
        try {
            return Integer.parseInt(mapper.getConfig().getOrDefault(BUDGET, DEFAULT_BUDGET));
        } catch (NumberFormatException e) {
            return Integer.parseInt(DEFAULT_BUDGET);
        }
    }

    /** The name under which access tokens have the claim, or empty if they don't. */
    static Optional<String> accessTokenClaim(ProtocolMapperModel mapper) {
        return Optional.of(mapper)
                .filter(OIDCAttributeMapperHelper::includeInAccessToken)
                .map(included -> named(included).getConfig().get(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME));
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
        ProviderConfigProperty budget = new ProviderConfigProperty(
                BUDGET,
                "Size budget",
                "How many bytes the claim may have in a token. What doesn't fit is left out whole, and the app asks for it.",
                ProviderConfigProperty.STRING_TYPE,
                DEFAULT_BUDGET);
        properties.add(name);
        properties.add(form);
        properties.add(budget);
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, WorkspacePermissionsMapper.class);
        // a lightweight token has the workspace's id wherever an access token has the claim, and never more
        properties.removeIf(
                property -> OIDCAttributeMapperHelper.INCLUDE_IN_LIGHTWEIGHT_ACCESS_TOKEN.equals(property.getName()));
        return List.copyOf(properties);
    }
}
