// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import io.roster.workspaces.binding.Binding;
import io.roster.workspaces.binding.BindingChanged;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A changed binding as facts: one in each workspace that the client was bound to by name or isn't any more, so that its
 * people see it, and one of the realm where the client was bound to all of them or isn't any more.
 */
final class Bound {

    private static final State TO_ALL = State.of(Map.of("all", true));

    private Bound() {}

    static List<Fact> facts(BindingChanged changed) {
        Optional<State> before = changed.before().filter(Binding::all).map(all -> TO_ALL);
        Optional<State> after = changed.after().filter(Binding::all).map(all -> TO_ALL);
        Optional<State> client =
                Optional.of(State.of(Map.of("client", changed.client().name())));
        Set<WorkspaceId> old = named(changed.before());
        Set<WorkspaceId> now = named(changed.after());
        List<Fact> facts = new ArrayList<>();
        if (before.isEmpty() && after.isPresent()) {
            facts.add(fact(changed, Optional.empty(), Action.CLIENT_BOUND, count(old), toAll(changed)));
        }
        if (before.isPresent() && after.isEmpty()) {
            facts.add(fact(changed, Optional.empty(), Action.CLIENT_UNBOUND, toAll(changed), count(now)));
        }
        now.stream()
                .filter(workspace -> !old.contains(workspace))
                .forEach(workspace ->
                        facts.add(fact(changed, Optional.of(workspace), Action.CLIENT_BOUND, before, client)));
        old.stream()
                .filter(workspace -> !now.contains(workspace))
                .forEach(workspace ->
                        facts.add(fact(changed, Optional.of(workspace), Action.CLIENT_UNBOUND, client, after)));
        return facts;
    }

    private static Fact fact(
            BindingChanged changed,
            Optional<WorkspaceId> workspace,
            Action action,
            Optional<State> before,
            Optional<State> after) {
        Subject client = new Subject(Subject.CLIENT, changed.client().id().value());
        return new Fact(changed.realm(), workspace, action, client, before, after, Optional.empty());
    }

    private static Optional<State> toAll(BindingChanged changed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("client", changed.client().name());
        fields.put("all", true);
        return Optional.of(State.of(fields));
    }

    private static Optional<State> count(Set<WorkspaceId> workspaces) {
        return workspaces.isEmpty() ? Optional.empty() : Optional.of(State.of(Map.of("workspaces", workspaces.size())));
    }

    private static Set<WorkspaceId> named(Optional<Binding> binding) {
        return binding.map(Binding::workspaces).orElse(List.of()).stream()
                .map(Workspace::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
