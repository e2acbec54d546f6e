// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.member.MemberStore;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.Teammate;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Teammates in memory. */
public final class InMemoryMemberStore implements MemberStore {

    private record Id(WorkspaceId workspace, UserId user) {}

    private final Map<Id, Teammate> teammates = new LinkedHashMap<>();

    @Override
    public List<WorkspaceId> workspaces(UserId user) {
        return teammates.keySet().stream()
                .filter(id -> id.user().equals(user))
                .map(Id::workspace)
                .toList();
    }

    @Override
    public boolean insert(RealmId realm, WorkspaceId workspace, Teammate teammate) {
        return teammates.putIfAbsent(new Id(workspace, teammate.user()), teammate) == null;
    }

    @Override
    public Optional<Teammate> find(WorkspaceId workspace, UserId user) {
        return Optional.ofNullable(teammates.get(new Id(workspace, user)));
    }

    @Override
    public Optional<Teammate> reread(WorkspaceId workspace, UserId user) {
        return find(workspace, user);
    }

    @Override
    public List<Teammate> page(WorkspaceId workspace, int max, Optional<String> afterName, Optional<String> afterUser) {
        Comparator<Teammate> order = Comparator.comparing(Teammate::sortName)
                .thenComparing(teammate -> teammate.user().value());
        return teammates.entrySet().stream()
                .filter(entry -> entry.getKey().workspace().equals(workspace))
                .map(Map.Entry::getValue)
                .sorted(order)
                .filter(teammate -> afterName.isEmpty() || isAfter(teammate, afterName.get(), afterUser.orElse("")))
                .limit(max)
                .toList();
    }

    private static boolean isAfter(Teammate teammate, String name, String user) {
        int byName = teammate.sortName().compareTo(name);
        return byName > 0 || byName == 0 && teammate.user().value().compareTo(user) > 0;
    }

    @Override
    public void assign(WorkspaceId workspace, UserId user, RoleRef role, Source source, long epoch) {
        change(
                workspace,
                user,
                old -> new Teammate(user, role, old.status(), source, old.joined(), old.sortName(), epoch));
    }

    @Override
    public void rename(WorkspaceId workspace, UserId user, String sortName) {
        change(
                workspace,
                user,
                old -> new Teammate(user, old.role(), old.status(), old.source(), old.joined(), sortName, old.epoch()));
    }

    @Override
    public void rename(UserId user, String sortName) {
        workspaces(user).forEach(workspace -> rename(workspace, user, sortName));
    }

    @Override
    public void delete(WorkspaceId workspace, UserId user) {
        teammates.remove(new Id(workspace, user));
    }

    @Override
    public int adopt(RealmId realm, RoleRef role, Instant joined) {
        throw new UnsupportedOperationException("only a database has Keycloak's own members");
    }

    @Override
    public Users users(WorkspaceId workspace, RoleRef role) {
        List<String> users = page(workspace, Integer.MAX_VALUE, Optional.empty(), Optional.empty()).stream()
                .filter(teammate -> teammate.role().equals(role))
                .map(teammate -> teammate.user().value())
                .toList();
        return new Users("teammates", users.size(), users);
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        remove(id -> id.workspace().equals(workspace));
    }

    @Override
    public void removeAll(RealmId realm) {
        remove(id -> true);
    }

    private void remove(Predicate<Id> which) {
        teammates.keySet().removeIf(which);
    }

    private void change(WorkspaceId workspace, UserId user, UnaryOperator<Teammate> change) {
        teammates.computeIfPresent(new Id(workspace, user), (id, old) -> change.apply(old));
    }
}
