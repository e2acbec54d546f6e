// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.adminui;

/**
 * The HTML of the console: one element, and what it needs to know before it can ask anything. No script stands in it.
 *
 * @param language of the page, as a BCP 47 tag
 * @param realm name of the realm
 * @param alias of a workspace, as the address has it; empty where it has none
 * @param base path at which Keycloak begins, without a slash at its end
 * @param resources path of the theme resources of this server's version
 */
public record ConsolePage(
        String language, String realm, String alias, String base, String resources, ConsoleFiles files) {

    /** The public client with which the page signs people in. */
    public static final String CLIENT = "roster-console";

    private static final String PATTERNFLY = "/common/keycloak/vendor/patternfly-v5/";

    public String html() {
        String theme = resources + "/admin/" + ConsoleFiles.THEME + "/";
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Workspaces</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="%s">
                <link rel="stylesheet" href="%s">
                <link rel="stylesheet" href="%s">
                <script type="module" src="%s"></script>
                </head>
                <body>
                <roster-console data-realm="%s" data-alias="%s" data-base="%s" data-client="%s" data-resources="%s">
                <noscript>This page needs JavaScript.</noscript>
                </roster-console>
                </body>
                </html>
                """.formatted(
                        escaped(language),
                        escaped(resources + PATTERNFLY + "patternfly.min.css"),
                        escaped(resources + PATTERNFLY + "patternfly-addons.css"),
                        escaped(theme + files.style()),
                        escaped(theme + files.script()),
                        escaped(realm),
                        escaped(alias),
                        escaped(base),
                        CLIENT,
                        escaped(theme));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
