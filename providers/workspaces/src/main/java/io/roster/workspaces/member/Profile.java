// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Keycloak knows of a person, as far as lists show it. Any of it may be missing. */
public record Profile(String username, String firstName, String lastName, String email) {

    /** The name for people: first and last name, else the user name. */
    public String displayName() {
        String name = joined(firstName, lastName);
        return name.isEmpty() ? Objects.requireNonNullElse(username, "") : name;
    }

    private static String joined(String first, String second) {
        return Stream.of(first, second)
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
