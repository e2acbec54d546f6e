// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a token request says of workspaces.
 *
 * @param earlier what the session chose with its first token, if it did: that stands, whatever else is said
 * @param named the organizations that the scope names ({@code organization:alias}), in order; {@code *} for all
 * @param chosen the id of the organization that the person chose on Keycloak's page, if they did
 */
public record Request(Optional<Choice> earlier, List<String> named, Optional<WorkspaceId> chosen) {

    private static final String PREFIX = "organization:";

    /**
     * Reads the scope parameter as the client sent it. What Keycloak granted of it doesn't do: it drops, without an
     * error, an organization that the person isn't in (OrganizationScope, 26.7).
     */
    public static Request of(String scope, String chosen) {
        List<String> named = scope == null
                ? List.of()
                : Arrays.stream(scope.split(" "))
                        .filter(part -> part.startsWith(PREFIX))
                        .map(part -> part.substring(PREFIX.length()))
                        .distinct()
                        .toList();
        return new Request(Optional.empty(), named, Optional.ofNullable(chosen).map(WorkspaceId::new));
    }

    /** The same request in a session that has chosen before. */
    public Request after(Choice choice) {
        return new Request(Optional.of(choice), named, chosen);
    }
}
