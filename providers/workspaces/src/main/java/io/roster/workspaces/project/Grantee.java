// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Whom a grant lets in: a team, by the id of Keycloak's group, or a teammate, by the id of the user. */
public record Grantee(Kind kind, String id) {

    /** Which of the two. */
    public enum Kind {
        TEAM,
        USER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    public Grantee {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "grantee");
    }

    public static Grantee team(TeamId team) {
        return new Grantee(Kind.TEAM, team.value());
    }

    public static Grantee teammate(UserId user) {
        return new Grantee(Kind.USER, user.value());
    }

    public Optional<TeamId> team() {
        return kind == Kind.TEAM ? Optional.of(new TeamId(id)) : Optional.empty();
    }

    public Optional<UserId> teammate() {
        return kind == Kind.USER ? Optional.of(new UserId(id)) : Optional.empty();
    }
}
