// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.adminui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the console's script and style are, below the resources of the theme {@link #THEME}. Their names carry a hash of
 * what is in them: Keycloak's own version in an address doesn't change with an extension.
 */
public record ConsoleFiles(String script, String style) {

    /** An admin theme: the same bundle is a page of Keycloak's admin console. */
    public static final String THEME = "roster";

    private static final String NAMES = "/META-INF/roster/console.properties";

    /** What the JAR of the themes says; empty where it isn't beside this one. */
    public static Optional<ConsoleFiles> find() {
        return Packaged.FILES;
    }

    /** Read when it is first asked for: what is on the class path stays while the server runs. */
    private static final class Packaged {

        private static final Optional<ConsoleFiles> FILES = read();

        private static Optional<ConsoleFiles> read() {
            try (InputStream file = ConsoleFiles.class.getResourceAsStream(NAMES)) {
                if (file == null) {
                    return Optional.empty();
                }
                Properties names = new Properties();
                names.load(file);
                return Optional.of(new ConsoleFiles(name(names, "script"), name(names, "style")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String name(Properties names, String key) {
            String name = names.getProperty(key);
            if (name == null) {
                throw new IllegalStateException(NAMES + " doesn't name the " + key + ": build the themes anew");
            }
            return name;
        }
    }
}
