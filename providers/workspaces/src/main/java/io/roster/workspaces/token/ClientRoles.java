// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import io.roster.access.Catalogue;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.platform.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The permissions in the workspace as roles of a client, which is where ready-made adapters look. There is no role
 * behind them: so they must never stand where Keycloak, or anybody else, means roles that there are.
 */
public final class ClientRoles {

    /** What these roles say in a token, Keycloak 26.7 believes, or could come to believe: rights over itself. */
    private static final Set<String> KEYCLOAKS = Set.of(
            "account",
            "account-console",
            "admin-cli",
            "admin-permissions",
            "broker",
            "realm-management",
            "security-admin-console",
            "_system");

    /** In the master realm each realm has such a client, whose roles are rights over that realm. */
    private static final String OF_A_REALM = "-realm";

    private ClientRoles() {}

    /** Why roles under the name of this client would be mistaken, and what to choose instead; empty where they wouldn't. */
    public static Optional<String> refusal(String client) {
        return KEYCLOAKS.contains(client) || client.endsWith(OF_A_REALM)
                ? Optional.of("The client " + client + " is one of those whose roles give rights over Keycloak."
                        + " Choose the client of an app.")
                : Optional.empty();
    }

    /**
     * The same for a client that has roles of its own.
     *
     * @param isRole whether the client has a role of this name
     */
    public static Optional<String> refusal(String client, Catalogue catalogue, Predicate<String> isRole) {
        return catalogue.permissions().stream()
                .map(permission -> permission.key().value())
                .filter(isRole)
                .findFirst()
                .map(name -> "The client " + client + " has a role " + name + ", which is also the key of a permission:"
                        + " nobody could tell the two apart in a token. Rename or delete the role, or choose another"
                        + " client.");
    }

    /** Why there can't be roles of a client that isn't there. */
    public static String unknown(String client) {
        return "There is no client " + client
                + " in this realm. Choose one that is there, or none: then the roles are of"
                + " the client that the token is for.";
    }

    /** The roles, in the order of the catalogue's bits. */
    public static List<String> of(Standing standing) {
        return ClaimForm.keys(standing, standing.effective().workspace());
    }

    /**
     * Whether the roles fit. Half of them would look like fewer rights, and nothing could say that some are missing: so
     * a token has all or none.
     *
     * @param budget how many bytes they may have as JSON
     */
    public static boolean fit(List<String> roles, int budget) {
        return Json.bytes(roles).length <= budget;
    }
}
