// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import io.roster.workspaces.workspace.WorkspaceId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a token request says of workspaces.
 *
 * @param earlier what the session chose with its first token, if it did: that stands, whatever else is said
 * @param named the organizations that the scope names ({@code organization:alias}), in order; {@code *} for all
 * @param chosen the id of the organization that the person chose on Keycloak's page, if they did
 * @param open whether the scope asks for an organization without naming it: for the one that was chosen, else the
 *     person's only one
 * @param isClear whether the two places that say what was asked agree
 */
public record Request(
        Optional<Choice> earlier, List<String> named, Optional<WorkspaceId> chosen, boolean open, boolean isClear) {

    private static final String OPEN = "organization";
    private static final String PREFIX = OPEN + ":";

    /**
     * Reads a request.
     *
     * @param asked the scope parameter as the client sent it. What Keycloak granted of it doesn't do: it drops, without
     *     an error, an organization that the person isn't in (OrganizationScope, 26.7)
     * @param granted the scope that Keycloak granted. It tells whether {@code asked} is of this very request: a session
     *     keeps only the last one, and of two tabs of an app the first may fetch its token when the second has asked
     * @param chosen the id of the chosen organization, or null
     */
    public static Request of(String asked, String granted, String chosen) {
        List<String> named = organizations(asked);
        boolean isClear = new HashSet<>(named).equals(new HashSet<>(organizations(granted)));
        return new Request(
                Optional.empty(),
                named,
                Optional.ofNullable(chosen).map(WorkspaceId::new),
                parts(asked).contains(OPEN),
                isClear);
    }

    /** Reads a request of which there is one scope only to be read. */
    public static Request of(String scope, String chosen) {
        return of(scope, scope, chosen);
    }

    /** Whether it asks for organizations at all, so that Keycloak's own claim can tell of some. */
    public boolean asksForOrganizations() {
        return open || !named.isEmpty();
    }

    /** The same request in a session that has chosen before. */
    public Request after(Choice choice) {
        return new Request(Optional.of(choice), named, chosen, open, isClear);
    }

    private static List<String> organizations(String scope) {
        return parts(scope).stream()
                .filter(part -> part.startsWith(PREFIX))
                .map(part -> part.substring(PREFIX.length()))
                .distinct()
                .toList();
    }

    private static List<String> parts(String scope) {
        return scope == null ? List.of() : List.of(scope.split(" "));
    }
}
