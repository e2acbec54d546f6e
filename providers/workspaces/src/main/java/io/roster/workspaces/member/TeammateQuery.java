// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.workspace.TeamId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which teammates a list has, and in which order. Everything that is there must fit.
 *
 * @param role key of a role of the workspace
 * @param team a team of the workspace
 * @param sort as it was asked for; empty for the list's own order
 */
public record TeammateQuery(
        Optional<Search> search,
        Optional<String> role,
        Optional<Teammate.Status> status,
        Optional<Source> source,
        Optional<TeamId> team,
        Optional<Sort> sort) {

    public static final TeammateQuery EVERYBODY = of(null, null, null, null, null);

    /**
     * Reads what a caller sent; null is nothing.
     *
     * @throws Problem {@code validation} that names the parameter
     */
    public static TeammateQuery of(String search, String role, String status, String source, String sort) {
        return new TeammateQuery(
                Optional.ofNullable(search).map(Search::of),
                Optional.ofNullable(role),
                Optional.ofNullable(status)
                        .map(text -> known("status", text, Teammate.Status.values(), Teammate.Status::key)),
                Optional.ofNullable(source).map(text -> known("source", text, Source.values(), Source::key)),
                Optional.empty(),
                Optional.ofNullable(sort).map(Sort::of));
    }

    /** The same of those alone who are in this team. */
    public TeammateQuery in(TeamId wanted) {
        return new TeammateQuery(search, role, status, source, Optional.of(wanted), sort);
    }

    TeammateQuery sortedBy(Sort order) {
        return new TeammateQuery(search, role, status, source, team, Optional.of(order));
    }

    /** The list's own order, where none is asked for: a search's is by what it found. */
    public Sort order() {
        return sort.orElse(search.isPresent() ? Sort.BY_MATCH : Sort.BY_NAME);
    }

    /** Differs where anything of the question differs. */
    List<String> key() {
        return List.of(
                search.map(Search::words).map(words -> String.join(" ", words)).orElse(""),
                role.orElse(""),
                status.map(Teammate.Status::key).orElse(""),
                source.map(Source::key).orElse(""),
                team.map(TeamId::value).orElse(""),
                order().toString());
    }

    private static <T> T known(String field, String text, T[] values, Function<T, String> key) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.validation(
                        field, "is one of " + Arrays.stream(values).map(key).collect(Collectors.joining(", "))));
    }
}
