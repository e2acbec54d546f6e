// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.roster.workspaces.DefaultWorkspacesFactory;
import io.roster.workspaces.WorkspacesSpi;
import io.roster.workspaces.orphan.Notices;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.realm.Realms;
import io.roster.workspaces.realm.keycloak.ClientScopes;
import io.roster.workspaces.token.keycloak.WorkspacePermissionsMapper;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.provider.ProviderConfigProperty;

/** The page {@code configuration.md}: everything that can be set, where, and how it is unless somebody does. */
final class ConfigurationPage {

    private static final String HEAD = """
            # Configuration

            Generated from the code by `./dev docs`; the build fails where it is stale. What the settings are good for is in
            [the guide](../guides/add-to-your-realm.md).
            """;

    /** What the realm's attributes do; each constant of {@link Realms} and {@link Notices} has its line here. */
    private static final Map<String, Attribute> ATTRIBUTES = new TreeMap<>(Map.of(
            Realms.ENABLED,
                    new Attribute(
                            "`true`, `false`",
                            "`false`",
                            "Whether Roster is on in the realm. Setting it switches on or off, as the calls do"),
            Notices.CONTACT,
                    new Attribute(
                            "an address",
                            "-",
                            "Where Roster writes to when [nobody can run a workspace any more](../concepts.md). The realm's"
                                    + " mail server sends it; it is tried again until it was sent"),
            Realms.PRESETS,
                    new Attribute(
                            words(Catalogues.PACKS),
                            "`" + Catalogues.PACKS.get(0) + "`",
                            "The preset pack. Read when Roster is first switched on, and never again"),
            Realms.IMPORT,
                    new Attribute(
                            "a JSON document",
                            "-",
                            "[What to bring along](../guides/add-to-your-realm.md#with-a-realm-import). Read once, when"
                                    + " Roster is switched on, and removed")));

    /** Keycloak's own switches of mappers: it has keys of the admin console's messages there, and here is no console. */
    private static final Map<String, String> SWITCHES = Map.of(
            OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN, "Add to access token",
            OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN, "Add to ID token",
            OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO, "Add to userinfo",
            OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION, "Add to token introspection");

    private record Attribute(String values, String fallback, String text) {}

    private ConfigurationPage() {}

    static String text() {
        return HEAD + server() + attributes() + scopes() + mappers();
    }

    private static String server() {
        DefaultWorkspacesFactory factory = new DefaultWorkspacesFactory();
        String prefix = "--spi-" + new WorkspacesSpi().getName() + "--" + factory.getId() + "--";
        return section(
                "Server",
                "Options of `kc.sh start`. They are read when the server starts.",
                List.of("option", "unless set", "what"),
                factory.getConfigMetadata().stream()
                        .map(property -> List.of(
                                "`" + prefix + dashed(property.getName()) + "`",
                                fallback(property),
                                property.getHelpText()))
                        .toList());
    }

    private static String attributes() {
        Set<String> known = new TreeSet<>(constants(Realms.class));
        known.addAll(constants(Notices.class));
        assertEquals(known, ATTRIBUTES.keySet(), "the attributes of the realm and of this page");
        return section(
                "Realm attributes",
                "Set them in a realm import, or with Keycloak's admin API.",
                List.of("attribute", "values", "unless set", "what"),
                ATTRIBUTES.entrySet().stream()
                        .map(entry -> List.of(
                                "`" + entry.getKey() + "`",
                                entry.getValue().values(),
                                entry.getValue().fallback(),
                                entry.getValue().text()))
                        .toList());
    }

    private static String scopes() {
        return section(
                "Client scopes",
                "Switching on makes them, none of them a default one of the realm, and adds them to no client but `roster-console`,"
                        + " which it makes too. Whoever administers the realm adds them to others.",
                List.of("client scope", "what people read where they consent"),
                ClientScopes.TEXTS.entrySet().stream()
                        .map(entry -> List.of("`" + entry.getKey() + "`", entry.getValue()))
                        .toList());
    }

    private static String mappers() {
        return "\n## Mappers\n\n"
                + "What the admin console proposes isn't what counts where a setting is missing altogether, in a realm import for\n"
                + "instance: then a switch is off, but userinfo follows the ID token and introspection the access token.\n"
                + ServiceLoader.load(ProtocolMapper.class).stream()
                        .filter(provider -> provider.type().getPackageName().startsWith("io.roster."))
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparing(ProtocolMapper::getDisplayType))
                        .map(ConfigurationPage::mapper)
                        .collect(Collectors.joining());
    }

    private static String mapper(ProtocolMapper mapper) {
        boolean isMade = mapper instanceof WorkspacePermissionsMapper;
        Map<String, String> made = isMade ? WorkspacePermissionsMapper.defaults() : Map.of();
        return "\n#"
                + section(
                                mapper.getDisplayType(),
                                "`" + mapper.getId() + "`. " + mapper.getHelpText()
                                        + (isMade
                                                ? " The client scope `workspace` is made with one."
                                                : " Switching on makes none: add it where it is wanted."),
                                List.of("setting", "key", "the console proposes", isMade ? "as made" : "", "what")
                                        .stream()
                                        .filter(column -> !column.isEmpty())
                                        .toList(),
                                mapper.getConfigProperties().stream()
                                        .map(property -> {
                                            String key = property.getName();
                                            String label = SWITCHES.getOrDefault(key, property.getLabel());
                                            String what = SWITCHES.containsKey(key) ? "" : property.getHelpText();
                                            assertNotNull(label, key);
                                            return isMade
                                                    ? List.of(
                                                            label,
                                                            "`" + key + "`",
                                                            fallback(property),
                                                            "`" + made.get(key) + "`",
                                                            what)
                                                    : List.of(label, "`" + key + "`", fallback(property), what);
                                        })
                                        .toList())
                        .strip()
                + "\n";
    }

    private static String section(String title, String text, List<String> columns, List<List<String>> rows) {
        return "\n## " + title + "\n\n" + text + "\n\n| " + String.join(" | ", columns) + " |\n"
                + "|---".repeat(columns.size()) + "|\n"
                + rows.stream()
                        .map(row -> "| " + String.join(" | ", row) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String fallback(ProviderConfigProperty property) {
        Object value = property.getDefaultValue();
        return value == null || value.toString().isEmpty() ? "-" : "`" + value + "`";
    }

    /** As Keycloak names the options of a provider's settings: {@code cacheSize} is {@code cache-size}. */
    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Set<String> constants(Class<?> type) {
        Set<String> values = new TreeSet<>();
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                try {
                    values.add((String) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return values;
    }

    private static String words(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
