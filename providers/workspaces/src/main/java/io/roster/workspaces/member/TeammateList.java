// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member;

import io.roster.workspaces.access.Guard;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Clock;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads pages of teammates, shows of each what the caller may see, and keeps the copies true that lists sort by. */
final class TeammateList {

    private final MemberStore store;
    private final People people;
    private final Guard guard;
    private final Clock clock;

    TeammateList(MemberStore store, People people, Guard guard, Clock clock) {
        this.store = store;
        this.people = people;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * A page of those whom the query means. An order by name or address, and what a search finds, tell something of
     * everybody in the list: so do the places of those whose names are not shown. Whoever may not view all users in
     * Keycloak therefore has the order of joining alone, and where Keycloak excepts somebody from 'all', they are
     * missing in such a list, as if they weren't there.
     *
     * @throws Problem {@code forbidden} for a search or an order that the caller may not have; {@code validation} for a
     *     cursor of another list
     */
    Page<Teammate> page(Caller caller, Workspace workspace, TeammateQuery wanted, PageRequest request) {
        TeammateQuery query = permitted(caller, wanted);
        Instant now = clock.now();
        String list = list(workspace, query);
        Optional<Found.Position> after = request.after().map(cursor -> position(cursor, list, query));
        List<Found> rows = new ArrayList<>();
        boolean more = true;
        while (more && rows.size() <= request.max()) {
            List<Found> read = store.page(workspace.id(), query, now, request.max() + 1, after);
            read.stream()
                    .filter(found -> !isTelling(query)
                            || guard.sees(caller, found.teammate().user()))
                    .forEach(rows::add);
            more = read.size() > request.max();
            after = read.isEmpty()
                    ? after
                    : Optional.of(read.get(read.size() - 1).position());
        }
        return Page.cut(
                        rows.subList(0, Math.min(rows.size(), request.max() + 1)),
                        request.max(),
                        last -> Cursor.of(
                                list, last.value(), last.teammate().user().value()))
                .map(found -> found.teammate().at(now));
    }

    /** The teammates with their profiles; what changed in Keycloak since it was copied is copied. */
    List<Listed> listed(Caller caller, Workspace workspace, List<Teammate> teammates, Map<String, String> roleNames) {
        Map<Teammate, Profile> profiles = new HashMap<>();
        teammates.forEach(
                teammate -> people.find(teammate.user()).ifPresent(profile -> profiles.put(teammate, profile)));
        teammates.stream()
                .filter(profiles::containsKey)
                // always in the same order: two lists that copy the same people must not wait for each other
                .sorted(Comparator.comparing(teammate -> teammate.user().value()))
                .forEach(teammate -> copy(workspace, teammate, Card.of(profiles.get(teammate))));
        return teammates.stream()
                .map(teammate -> new Listed(
                        teammate,
                        roleNames.get(teammate.role().key()),
                        Optional.ofNullable(profiles.get(teammate))
                                .filter(profile -> guard.sees(caller, teammate.user()))))
                .toList();
    }

    private void copy(Workspace workspace, Teammate teammate, Card card) {
        if (!card.copied().equals(teammate.copied())) {
            store.copy(workspace, teammate.user(), card);
        }
    }

    private TeammateQuery permitted(Caller caller, TeammateQuery wanted) {
        if (guard.seesAll(caller)) {
            return wanted;
        }
        if (wanted.search().isPresent()
                || wanted.sort().filter(Sort::isPersonal).isPresent()) {
            throw Problem.of(
                    ProblemCode.FORBIDDEN,
                    "Searching, and sorting by name or email, needs the right to view all users in Keycloak"
                            + " (view-users): leave search out and sort by joined.");
        }
        return wanted.sort().isPresent() ? wanted : wanted.sortedBy(Sort.BY_JOINED);
    }

    private static boolean isTelling(TeammateQuery query) {
        return query.search().isPresent() || query.order().isPersonal();
    }

    private static String list(Workspace workspace, TeammateQuery query) {
        List<String> key = new ArrayList<>(query.key());
        key.add(workspace.id().value());
        return Digest.of(key);
    }

    private static Found.Position position(Cursor cursor, String list, TeammateQuery query) {
        String value = cursor.values().get(1);
        if (!cursor.values().get(0).equals(list)
                || query.order().by() == Sort.By.JOINED && !value.matches("-?[0-9]{1,18}")) {
            throw Problem.validation(
                    "after",
                    "is a cursor of another list: send it with the search, filters and sort of the page that it came"
                            + " with, or leave it out");
        }
        return new Found.Position(value, cursor.values().get(2));
    }
}
