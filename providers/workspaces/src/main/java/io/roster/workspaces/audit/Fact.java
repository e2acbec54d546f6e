// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import io.roster.workspaces.binding.BindingChanged;
import io.roster.workspaces.member.MembersAdopted;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.TeammateJoined;
import io.roster.workspaces.member.TeammateLeft;
import io.roster.workspaces.platform.Event;
import io.roster.workspaces.realm.RosterSwitched;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleChanged;
import io.roster.workspaces.role.RoleCreated;
import io.roster.workspaces.role.RoleDeleted;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.Described;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an event says, in the words of the log.
 *
 * @param source empty where the event doesn't tell by what way
 */
record Fact(
        RealmId realm,
        Optional<WorkspaceId> workspace,
        Action action,
        Subject subject,
        Optional<State> before,
        Optional<State> after,
        Optional<Source> source) {

    /** None for what is no change of access, and for what takes its entries along. */
    static List<Fact> of(Event event) {
        if (event instanceof TeammateJoined joined) {
            return List.of(teammate(joined.realm(), joined.workspace(), Action.TEAMMATE_JOINED, joined.user())
                    .to(role(joined.role()))
                    .by(joined.source()));
        } else if (event instanceof TeammateLeft left) {
            return List.of(teammate(left.realm(), left.workspace(), Action.TEAMMATE_REMOVED, left.user())
                    .from(role(left.role())));
        } else if (event instanceof RoleCreated created) {
            return List.of(role(created.workspace(), Action.ROLE_CREATED, created.role())
                    .to(RoleState.of(created.role())));
        } else if (event instanceof RoleChanged changed) {
            return List.of(role(changed.workspace(), action(changed), changed.after())
                    .from(RoleState.of(changed.before()))
                    .to(RoleState.of(changed.after())));
        } else if (event instanceof RoleDeleted deleted) {
            Fact gone = role(deleted.workspace(), Action.ROLE_DELETED, deleted.role())
                    .from(RoleState.of(deleted.role()));
            return List.of(deleted.replacement()
                    .map(other -> gone.to(replaced(deleted, other)))
                    .orElse(gone));
        } else if (event instanceof BindingChanged changed) {
            return Bound.facts(changed);
        } else if (event instanceof MembersAdopted adopted) {
            return List.of(realm(adopted.realm(), Action.MEMBERS_ADOPTED)
                    .to(State.of(Map.of("teammates", adopted.teammates())))
                    .by(Source.DEFAULT));
        } else if (event instanceof RosterSwitched switched) {
            return List.of(realm(switched.realm(), switched.on() ? Action.SWITCHED_ON : Action.SWITCHED_OFF)
                    .from(State.of(Map.of("enabled", !switched.on())))
                    .to(State.of(Map.of("enabled", switched.on()))));
        } else if (event instanceof Described described) {
            return List.of(described(described.description()));
        }
        return List.of();
    }

    private static Fact described(Described.Description what) {
        return new Fact(
                what.realm(),
                what.workspace(),
                new Action(what.action()),
                new Subject(what.kind(), what.id()),
                Optional.of(what.before()).filter(state -> !state.isEmpty()).map(State::of),
                Optional.of(what.after()).filter(state -> !state.isEmpty()).map(State::of),
                what.source().map(Source::of));
    }

    private static Action action(RoleChanged changed) {
        if (changed.reset()) {
            return Action.ROLE_RESET;
        }
        Role before = changed.before();
        Role after = changed.after();
        boolean onlyTheName = before.description().equals(after.description())
                && before.hidden() == after.hidden()
                && before.permissions().equals(after.permissions());
        return onlyTheName ? Action.ROLE_RENAMED : Action.ROLE_CHANGED;
    }

    private static State replaced(RoleDeleted deleted, Role other) {
        Map<String, Object> state = new LinkedHashMap<>(deleted.moved());
        state.put("replacement", other.key());
        return State.of(state);
    }

    private static State role(RoleRef role) {
        return State.of(Map.of("role", role.key()));
    }

    private static Fact teammate(RealmId realm, WorkspaceId workspace, Action action, UserId user) {
        return new Fact(realm, Optional.of(workspace), action, new Subject(Subject.TEAMMATE, user.value()));
    }

    private static Fact role(Workspace workspace, Action action, Role role) {
        return new Fact(workspace.realm(), Optional.of(workspace.id()), action, new Subject(Subject.ROLE, role.key()));
    }

    private static Fact realm(RealmId realm, Action action) {
        return new Fact(realm, Optional.empty(), action, new Subject(Subject.REALM, realm.value()));
    }

    Fact(RealmId realm, Optional<WorkspaceId> workspace, Action action, Subject subject) {
        this(realm, workspace, action, subject, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Fact from(State state) {
        return new Fact(realm, workspace, action, subject, Optional.of(state), after, source);
    }

    Fact to(State state) {
        return new Fact(realm, workspace, action, subject, before, Optional.of(state), source);
    }

    private Fact by(Source way) {
        return new Fact(realm, workspace, action, subject, before, after, Optional.of(way));
    }
}
