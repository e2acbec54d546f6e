// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import io.roster.workspaces.access.Standing;
import io.roster.workspaces.token.Lifetime;
import java.util.List;
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

/**
 * What our mappers have in common. A token is as small as its budget, holds what it can hold for as long as it lives,
 * and lives no longer than that; userinfo and introspection are asked for once, and tell all that counts now.
 */
abstract class StandingMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    public static final String BUDGET = "roster.budget";

    static final String DEFAULT_BUDGET = "2048";

    private static final int NO_BUDGET = Integer.MAX_VALUE;
    /** After Keycloak's organization and role mappers: none of them sees what ours did, and ours see what they did. */
    private static final int PRIORITY = 50;

    @Override
    public final String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public final int getPriority() {
        return PRIORITY;
    }

    /**
     * Writes what somebody has into a token.
     *
     * @param budget how many bytes may be written
     * @return whether anything was written that ends when the standing does
     */
    abstract boolean write(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            ClientSessionContext context,
            Standing standing,
            int budget);

    /** Writes into a lightweight access token, which tells of no permission at all. */
    void writeLightly(AccessToken token, ProtocolMapperModel mapper, Standing standing) {
        // nothing, unless a mapper has something that isn't a permission
    }

    @Override
    public final AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        if (!getShouldUseLightweightToken(session)) {
            return super.transformAccessToken(token, mapper, session, userSession, context);
        }
        if (OIDCAttributeMapperHelper.includeInAccessToken(mapper)) {
            SessionStanding.of(session, userSession, context).ifPresent(found -> writeLightly(token, mapper, found));
        }
        return token;
    }

    /** Asked for in any case: what Keycloak's own mapper wrote into the token is ours to look at, whatever we write. */
    @Override
    public final IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        SuspendedWorkspaces.leaveOut(session, context, token);
        return super.transformIDToken(token, mapper, session, userSession, context);
    }

    @Override
    public final AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        SuspendedWorkspaces.leaveOut(session, userSession, token);
        if (OIDCAttributeMapperHelper.includeInUserInfo(mapper)) {
            answer(token, mapper, session, userSession, context);
        }
        return token;
    }

    @Override
    public final AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        SuspendedWorkspaces.leaveOut(session, userSession, token);
        if (OIDCAttributeMapperHelper.includeInIntrospection(mapper)) {
            answer(token, mapper, session, userSession, context);
        }
        return token;
    }

    /** The response, whose {@code expires_in} is made from it, and the ID token follow the access token (26.7). */
    @Override
    protected final void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        SessionStanding.lasting(session, userSession, context)
                .filter(held -> write(token, mapper, session, context, held, budget(mapper)))
                .ifPresent(held -> token.exp(Lifetime.exp(token.getExp(), held)));
    }

    private void answer(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        SessionStanding.of(session, userSession, context)
                .ifPresent(found -> write(token, mapper, session, context, found, NO_BUDGET));
    }

    private static int budget(ProtocolMapperModel mapper) {
        try {
            return Integer.parseInt(mapper.getConfig().getOrDefault(BUDGET, DEFAULT_BUDGET));
        } catch (NumberFormatException e) {
            return Integer.parseInt(DEFAULT_BUDGET);
        }
    }

    static ProviderConfigProperty budget(String help) {
        return new ProviderConfigProperty(
                BUDGET, "Size budget", help, ProviderConfigProperty.STRING_TYPE, DEFAULT_BUDGET);
    }

    /** Adds the switches that say what the mapper writes into. */
    static void addSwitches(List<ProviderConfigProperty> properties) {
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, StandingMapper.class);
        // what a lightweight token has isn't a matter of choice
        properties.removeIf(
                property -> OIDCAttributeMapperHelper.INCLUDE_IN_LIGHTWEIGHT_ACCESS_TOKEN.equals(property.getName()));
        properties.stream()
                .filter(property -> OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN.equals(property.getName()))
                .forEach(property -> property.setDefaultValue("false"));
    }
}
