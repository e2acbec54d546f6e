// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.access.Effect;
import io.roster.workspaces.override.OverrideStore;
import io.roster.workspaces.override.TeammateOverride;
import io.roster.workspaces.workspace.Lapsing;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Overrides in memory. */
public final class InMemoryOverrideStore implements OverrideStore {

    private record Row(Lapsing.Place place, TeammateOverride override) {}

    private static final Comparator<TeammateOverride.Position> ORDER = Comparator.comparing(
                    TeammateOverride.Position::project)
            .thenComparing(TeammateOverride.Position::bit)
            .thenComparing(position -> position.effect().key());

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** All that are written for a teammate, ended or not. */
    public List<TeammateOverride> of(WorkspaceId workspace, UserId user) {
        return in(workspace).filter(override -> override.user().equals(user)).toList();
    }

    @Override
    public List<TeammateOverride> page(
            WorkspaceId workspace, UserId user, Instant now, int max, Optional<TeammateOverride.Position> after) {
        return of(workspace, user).stream()
                .filter(override -> !hasEnded(override, now))
                .filter(override -> after.isEmpty() || ORDER.compare(override.position(), after.get()) > 0)
                .sorted(Comparator.comparing(TeammateOverride::position, ORDER))
                .limit(max)
                .toList();
    }

    @Override
    public Optional<TeammateOverride> find(WorkspaceId workspace, UserId user, String id) {
        return of(workspace, user).stream()
                .filter(override -> override.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<TeammateOverride> at(
            WorkspaceId workspace, UserId user, Effect effect, int bit, Optional<String> project) {
        TeammateOverride.Position wanted = new TeammateOverride.Position(project.orElse(""), bit, effect);
        return of(workspace, user).stream()
                .filter(override -> override.position().equals(wanted))
                .findFirst();
    }

    @Override
    public void insert(Workspace workspace, TeammateOverride override) {
        if (at(workspace.id(), override.user(), override.effect(), override.bit(), override.project())
                .isPresent()) {
            throw new IllegalStateException("there is one already: " + override);
        }
        rows.put(override.id(), new Row(new Lapsing.Place(workspace.realm(), workspace.id()), override));
    }

    @Override
    public void update(WorkspaceId workspace, TeammateOverride override) {
        rows.computeIfPresent(override.id(), (id, row) -> new Row(row.place(), override));
    }

    @Override
    public void delete(WorkspaceId workspace, String id) {
        rows.remove(id);
    }

    @Override
    public List<Lapsing.Place> lapsed(Instant now, int max) {
        return rows.values().stream()
                .filter(row -> hasEnded(row.override(), now))
                .map(Row::place)
                .distinct()
                .limit(max)
                .toList();
    }

    @Override
    public List<TeammateOverride> lapsed(WorkspaceId workspace, Instant now, int max) {
        return in(workspace)
                .filter(override -> hasEnded(override, now))
                .limit(max)
                .toList();
    }

    @Override
    public void forgetMaker(UserId user) {
        rows.replaceAll(
                (id, row) -> row.override().madeBy().filter(user::equals).isEmpty()
                        ? row
                        : new Row(row.place(), withoutMaker(row.override())));
    }

    @Override
    public void removeAll(WorkspaceId workspace, UserId user) {
        rows.values()
                .removeIf(row -> row.place().workspace().equals(workspace)
                        && row.override().user().equals(user));
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        rows.values().removeIf(row -> row.place().workspace().equals(workspace));
    }

    @Override
    public void removeAll(RealmId realm) {
        rows.values().removeIf(row -> row.place().realm().equals(realm));
    }

    /** All of a workspace, ended or not. */
    Stream<TeammateOverride> in(WorkspaceId workspace) {
        return rows.values().stream()
                .filter(row -> row.place().workspace().equals(workspace))
                .map(Row::override);
    }

    private static boolean hasEnded(TeammateOverride override, Instant now) {
        return override.until().filter(end -> !now.isBefore(end)).isPresent();
    }

    private static TeammateOverride withoutMaker(TeammateOverride old) {
        return new TeammateOverride(
                old.id(),
                old.user(),
                old.effect(),
                old.bit(),
                old.project(),
                old.reason(),
                old.until(),
                old.source(),
                Optional.empty(),
                old.madeAt());
    }
}
