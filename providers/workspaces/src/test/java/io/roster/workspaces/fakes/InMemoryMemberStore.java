// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.access.Start;
import io.roster.workspaces.member.Assigned;
import io.roster.workspaces.member.Card;
import io.roster.workspaces.member.Found;
import io.roster.workspaces.member.MemberStore;
import io.roster.workspaces.member.Search;
import io.roster.workspaces.member.Sort;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.TeamId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Teammates in memory. */
public final class InMemoryMemberStore implements MemberStore {

    private record Id(WorkspaceId workspace, UserId user) {}

    private record Row(RealmId realm, Teammate teammate, List<String> words) {}

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Map<Id, Row> rows = new LinkedHashMap<>();
    private final InMemoryTeamStore teams = new InMemoryTeamStore();

    /** The teams by which lists are filtered. */
    public InMemoryTeamStore teams() {
        return teams;
    }

    @Override
    public List<WorkspaceId> workspaces(UserId user) {
        return rows.keySet().stream()
                .filter(id -> id.user().equals(user))
                .map(Id::workspace)
                .toList();
    }

    /** Everybody in the workspace. */
    Stream<Teammate> in(WorkspaceId workspace) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getKey().workspace().equals(workspace))
                .map(entry -> entry.getValue().teammate());
    }

    @Override
    public boolean insert(RealmId realm, WorkspaceId workspace, Teammate teammate, List<String> words) {
        return rows.putIfAbsent(new Id(workspace, teammate.user()), new Row(realm, teammate, words)) == null;
    }

    @Override
    public Optional<Teammate> find(WorkspaceId workspace, UserId user) {
        return Optional.ofNullable(rows.get(new Id(workspace, user))).map(Row::teammate);
    }

    @Override
    public Optional<Teammate> reread(WorkspaceId workspace, UserId user) {
        return find(workspace, user);
    }

    @Override
    public List<Found> page(
            WorkspaceId workspace, TeammateQuery query, Instant now, int max, Optional<Found.Position> after) {
        Comparator<Found.Position> order = order(query.order());
        Optional<String> leading = query.search().map(search -> search.leading(after, word -> count(workspace, word)));
        return rows.entrySet().stream()
                .filter(entry -> entry.getKey().workspace().equals(workspace))
                .map(Map.Entry::getValue)
                .filter(row -> fits(row, query, now))
                .map(row -> new Found(row.teammate(), value(row, query, leading)))
                .sorted(Comparator.comparing(Found::position, order))
                .filter(found -> after.isEmpty() || order.compare(found.position(), after.get()) > 0)
                .limit(max)
                .toList();
    }

    private long count(WorkspaceId workspace, String beginning) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getKey().workspace().equals(workspace))
                .flatMap(entry -> entry.getValue().words().stream())
                .filter(word -> word.startsWith(beginning))
                .limit(Search.COUNTED)
                .count();
    }

    private boolean fits(Row row, TeammateQuery query, Instant now) {
        Teammate teammate = row.teammate().at(now);
        return query.search().stream()
                        .flatMap(search -> search.words().stream())
                        .allMatch(word -> row.words().stream().anyMatch(has -> has.startsWith(word)))
                && query.role()
                        .filter(role -> !role.equals(teammate.role().key()))
                        .isEmpty()
                && query.status().filter(status -> status != teammate.status()).isEmpty()
                && query.source().filter(source -> source != teammate.source()).isEmpty()
                && query.team()
                        .filter(team -> !teams.has(team, teammate.user()))
                        .isEmpty();
    }

    private static String value(Row row, TeammateQuery query, Optional<String> leading) {
        return switch (query.order().by()) {
            case NAME -> row.teammate().copied().sortName();
            case EMAIL -> row.teammate().copied().sortEmail();
            case JOINED -> Long.toString(row.teammate().joined().toEpochMilli());
            case MATCH ->
                row.words().stream()
                        .filter(word -> word.startsWith(leading.orElseThrow()))
                        .min(BY_BYTES)
                        .orElseThrow();
        };
    }

    private static Comparator<Found.Position> order(Sort sort) {
        Comparator<Found.Position> byValue = sort.by() == Sort.By.JOINED
                ? Comparator.comparing(position -> Long.valueOf(position.value()))
                : Comparator.comparing(Found.Position::value, BY_BYTES);
        Comparator<Found.Position> order = byValue.thenComparing(Found.Position::user, BY_BYTES);
        return sort.descending() ? order.reversed() : order;
    }

    @Override
    public void assign(WorkspaceId workspace, UserId user, Assigned assigned, Source source) {
        change(
                workspace,
                user,
                old -> new Teammate(
                        user,
                        assigned,
                        old.status(),
                        source,
                        old.joined(),
                        old.start(),
                        old.copied(),
                        old.epoch() + 1));
    }

    @Override
    public void start(WorkspaceId workspace, UserId user, Optional<Start> start) {
        change(
                workspace,
                user,
                old -> new Teammate(
                        user,
                        old.assigned(),
                        old.status(),
                        old.source(),
                        old.joined(),
                        start,
                        old.copied(),
                        old.epoch() + 1));
    }

    @Override
    public boolean touch(WorkspaceId workspace, UserId user) {
        return change(
                workspace,
                user,
                old -> new Teammate(
                        user,
                        old.assigned(),
                        old.status(),
                        old.source(),
                        old.joined(),
                        old.start(),
                        old.copied(),
                        old.epoch() + 1));
    }

    @Override
    public boolean hasTeam(WorkspaceId workspace, TeamId team) {
        return teams.find(workspace, team).isPresent();
    }

    @Override
    public void setStatus(WorkspaceId workspace, UserId user, Teammate.Status status) {
        change(
                workspace,
                user,
                old -> new Teammate(
                        user,
                        old.assigned(),
                        status,
                        old.source(),
                        old.joined(),
                        old.start(),
                        old.copied(),
                        old.epoch() + 1));
    }

    @Override
    public List<Lapsing.Place> lapsed(Instant now, int max) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getValue().teammate().assigned().hasEnded(now))
                .map(entry -> new Lapsing.Place(
                        entry.getValue().realm(), entry.getKey().workspace()))
                .distinct()
                .limit(max)
                .toList();
    }

    @Override
    public List<Teammate> lapsed(WorkspaceId workspace, Instant now, int max) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getKey().workspace().equals(workspace))
                .map(entry -> entry.getValue().teammate())
                .filter(teammate -> teammate.assigned().hasEnded(now))
                .limit(max)
                .toList();
    }

    private boolean change(WorkspaceId workspace, UserId user, UnaryOperator<Teammate> change) {
        return rows.computeIfPresent(
                        new Id(workspace, user),
                        (id, row) -> new Row(row.realm(), change.apply(row.teammate()), row.words()))
                != null;
    }

    @Override
    public void copy(Workspace workspace, UserId user, Card card) {
        copy(workspace.id(), user, card);
    }

    @Override
    public void copy(UserId user, Card card) {
        workspaces(user).forEach(workspace -> copy(workspace, user, card));
    }

    private void copy(WorkspaceId workspace, UserId user, Card card) {
        rows.computeIfPresent(new Id(workspace, user), (id, row) -> {
            Teammate old = row.teammate();
            return new Row(
                    row.realm(),
                    new Teammate(
                            user,
                            old.assigned(),
                            old.status(),
                            old.source(),
                            old.joined(),
                            old.start(),
                            card.copied(),
                            old.epoch()),
                    card.words());
        });
    }

    @Override
    public void delete(WorkspaceId workspace, UserId user) {
        rows.remove(new Id(workspace, user));
    }

    @Override
    public int adopt(RealmId realm, RoleRef role, Instant joined) {
        throw new UnsupportedOperationException("only a database has Keycloak's own members");
    }

    @Override
    public Users users(WorkspaceId workspace, RoleRef role) {
        List<String> users = rows.entrySet().stream()
                .filter(entry -> entry.getKey().workspace().equals(workspace))
                .map(entry -> entry.getValue().teammate())
                .sorted(Comparator.comparing(
                        (Teammate teammate) -> teammate.copied().sortName(), BY_BYTES))
                .filter(teammate -> teammate.role().equals(role)
                        || teammate.assigned().next().filter(role::equals).isPresent())
                .map(teammate -> teammate.user().value())
                .toList();
        return new Users("teammates", users.size(), users);
    }

    @Override
    public void replace(WorkspaceId workspace, RoleRef role, RoleRef other, long number) {
        users(workspace, role).first().stream().map(UserId::new).forEach(user -> {
            Assigned assigned = find(workspace, user).orElseThrow().assigned();
            assign(
                    workspace,
                    user,
                    new Assigned(
                            assigned.role().equals(role) ? other : assigned.role(),
                            assigned.until(),
                            assigned.next().map(next -> next.equals(role) ? other : next)),
                    find(workspace, user).orElseThrow().source());
        });
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        rows.keySet().removeIf(id -> id.workspace().equals(workspace));
    }

    @Override
    public void removeAll(RealmId realm) {
        rows.clear();
    }
}
