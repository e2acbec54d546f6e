// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token.keycloak;

import io.roster.workspaces.access.Standing;
import io.roster.workspaces.token.ClaimForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/** The protocol mapper 'Workspace permissions': what the person may do in the active workspace, in one claim. */
public final class WorkspacePermissionsMapper extends StandingMapper {

    public static final String ID = "roster-permissions-mapper";
    public static final String FORM = "roster.form";

    static final String DEFAULT_CLAIM = "workspace";

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
    public String getHelpText() {
        return "Adds the person's role and permissions in the active workspace.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return PROPERTIES;
    }

    @Override
    boolean write(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            ClientSessionContext context,
            Standing standing,
            int budget) {
        ClaimForm form = ClaimForm.of(mapper.getConfig().get(FORM));
        OIDCAttributeMapperHelper.mapClaim(token, named(mapper), form.claim(standing, budget));
        return true;
    }

    /** The workspace alone: userinfo and introspection go on from there. */
    @Override
    void writeLightly(AccessToken token, ProtocolMapperModel mapper, Standing standing) {
        OIDCAttributeMapperHelper.mapClaim(token, named(mapper), ClaimForm.reference(standing));
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
                "list: keys; bits: the bits of the realm's catalogue, for small tokens; role: the role alone. Whatever is"
                        + " none of them acts as role.",
                ProviderConfigProperty.LIST_TYPE,
                ClaimForm.LIST.key());
        form.setOptions(List.of(ClaimForm.LIST.key(), ClaimForm.BITS.key(), ClaimForm.ROLE.key()));
        properties.add(name);
        properties.add(form);
        properties.add(
                budget("How many bytes the claim's JSON may have in access and ID tokens. What doesn't fit is left out"
                        + " whole, first the projects, then the permissions, and the app asks for it. Whatever is no number"
                        + " acts as " + DEFAULT_BUDGET + "."));
        addSwitches(properties);
        return List.copyOf(properties);
    }
}
