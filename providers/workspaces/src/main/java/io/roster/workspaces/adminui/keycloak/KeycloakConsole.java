// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.adminui.keycloak;

import io.roster.workspaces.adminui.ConsoleFiles;
import io.roster.workspaces.adminui.ConsolePage;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.Version;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The console of the realm of a Keycloak session. */
public final class KeycloakConsole {

    private final KeycloakSession session;

    public KeycloakConsole(KeycloakSession session) {
        this.session = session;
    }

    /** The page for an address below the console's; empty where the JAR of the themes is missing. */
    public Optional<ConsolePage> page(String alias) {
        String path = session.getContext().getUri().getBaseUri().getPath();
        String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String language = session.getContext().resolveLocale(null).toLanguageTag();
        return ConsoleFiles.find()
                .map(files -> new ConsolePage(
                        language,
                        realm().getName(),
                        alias,
                        base,
                        base + "/resources/" + Version.RESOURCES_VERSION,
                        files));
    }

    /**
     * Takes it over to send the headers that keep a page safe: Keycloak would replace the page's own, which is stricter,
     * by the realm's.
     *
     * @return what is the realm's to say all the same, by header: for how long a browser insists on TLS
     */
    public Map<String, String> takeOverHeaders() {
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        BrowserSecurityHeaders tls = BrowserSecurityHeaders.STRICT_TRANSPORT_SECURITY;
        String value = realm().getBrowserSecurityHeaders().getOrDefault(tls.getKey(), tls.getDefaultValue());
        return value == null || value.isEmpty() ? Map.of() : Map.of(tls.getHeaderName(), value);
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
