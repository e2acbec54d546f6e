// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.platform.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which teammates a list has, and in which order. Everything that is there must fit.
 *
 * @param role key of a role of the workspace
 * @param sort as it was asked for; empty for the list's own order
 */
public record TeammateQuery(
        Optional<Search> search,
        Optional<String> role,
        Optional<Teammate.Status> status,
        Optional<Source> source,
        Optional<Sort> sort) {

    public static final TeammateQuery EVERYBODY =
            new TeammateQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

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
                Optional.ofNullable(sort).map(Sort::of));
    }

    TeammateQuery sortedBy(Sort order) {
        return new TeammateQuery(search, role, status, source, Optional.of(order));
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
