// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.member.Source;
import io.roster.workspaces.project.GrantStore;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.project.WorkspaceGrant;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Grants in memory. */
public final class InMemoryGrantStore implements GrantStore {

    private record Row(RealmId realm, WorkspaceId workspace, WorkspaceGrant grant) {}

    private final Map<String, Row> rows = new TreeMap<>();

    public int rows() {
        return rows.size();
    }

    @Override
    public void insert(Workspace workspace, WorkspaceGrant grant) {
        if (find(workspace.id(), grant.project(), grant.grantee(), grant.source())
                .isPresent()) {
            throw new IllegalStateException("there is one already: " + grant);
        }
        rows.put(grant.id(), new Row(workspace.realm(), workspace.id(), grant));
    }

    @Override
    public Optional<WorkspaceGrant> find(WorkspaceId workspace, String id) {
        return of(workspace, grant -> grant.id().equals(id)).findFirst();
    }

    @Override
    public Optional<WorkspaceGrant> find(WorkspaceId workspace, String project, Grantee grantee, Source source) {
        return of(
                        workspace,
                        grant -> grant.project().equals(project)
                                && grant.grantee().equals(grantee)
                                && grant.source() == source)
                .findFirst();
    }

    @Override
    public List<WorkspaceGrant> ofProject(
            WorkspaceId workspace, String project, Instant now, int max, Optional<String> afterId) {
        return page(of(workspace, grant -> grant.project().equals(project)), now, max, afterId);
    }

    @Override
    public List<WorkspaceGrant> to(
            WorkspaceId workspace, Collection<Grantee> grantees, Instant now, int max, Optional<String> afterId) {
        return page(of(workspace, grant -> grantees.contains(grant.grantee())), now, max, afterId);
    }

    @Override
    public List<WorkspaceGrant> allTo(WorkspaceId workspace, Grantee grantee) {
        return of(workspace, grant -> grant.grantee().equals(grantee)).toList();
    }

    @Override
    public List<WorkspaceGrant> ended(WorkspaceId workspace, Instant now) {
        return of(workspace, grant -> !grant.isLive(now)).toList();
    }

    @Override
    public List<Lapsing.Place> lapsed(Instant now, int max) {
        return rows.values().stream()
                .filter(row -> !row.grant().isLive(now))
                .map(row -> new Lapsing.Place(row.realm(), row.workspace()))
                .distinct()
                .limit(max)
                .toList();
    }

    @Override
    public void update(WorkspaceId workspace, WorkspaceGrant grant) {
        rows.computeIfPresent(grant.id(), (id, row) -> new Row(row.realm(), row.workspace(), grant));
    }

    @Override
    public void delete(WorkspaceId workspace, String id) {
        rows.remove(id);
    }

    @Override
    public Users users(WorkspaceId workspace, RoleRef role) {
        List<String> ids = of(workspace, grant -> grant.role().equals(Optional.of(role)))
                .map(WorkspaceGrant::id)
                .toList();
        return new Users("grants", ids.size(), ids.stream().limit(10).toList());
    }

    @Override
    public void replace(WorkspaceId workspace, RoleRef role, RoleRef other, long number) {
        of(workspace, grant -> grant.role().equals(Optional.of(role)))
                .toList()
                .forEach(grant -> update(
                        workspace,
                        new WorkspaceGrant(
                                grant.id(),
                                grant.project(),
                                grant.grantee(),
                                Optional.of(other),
                                grant.until(),
                                grant.source(),
                                grant.madeBy(),
                                grant.made(),
                                grant.grantee().team().isPresent() ? number : -number)));
    }

    @Override
    public void removeAll(WorkspaceId workspace, UserId user) {
        rows.values()
                .removeIf(row -> row.workspace().equals(workspace)
                        && row.grant().grantee().equals(Grantee.teammate(user)));
    }

    @Override
    public void forgetMaker(UserId user) {
        rows.replaceAll(
                (id, row) -> row.grant().madeBy().filter(user.value()::equals).isEmpty()
                        ? row
                        : new Row(row.realm(), row.workspace(), withoutMaker(row.grant())));
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        rows.values().removeIf(row -> row.workspace().equals(workspace));
    }

    @Override
    public void removeAll(RealmId realm) {
        rows.values().removeIf(row -> row.realm().equals(realm));
    }

    Stream<WorkspaceGrant> of(WorkspaceId workspace, Predicate<WorkspaceGrant> which) {
        return rows.values().stream()
                .filter(row -> row.workspace().equals(workspace))
                .map(Row::grant)
                .filter(which);
    }

    private static WorkspaceGrant withoutMaker(WorkspaceGrant grant) {
        return new WorkspaceGrant(
                grant.id(),
                grant.project(),
                grant.grantee(),
                grant.role(),
                grant.until(),
                grant.source(),
                Optional.empty(),
                grant.made(),
                grant.version());
    }

    private static List<WorkspaceGrant> page(
            Stream<WorkspaceGrant> grants, Instant now, int max, Optional<String> afterId) {
        return grants.filter(grant -> grant.isLive(now))
                .filter(grant -> grant.id().compareTo(afterId.orElse("")) > 0)
                .limit(max)
                .toList();
    }
}
