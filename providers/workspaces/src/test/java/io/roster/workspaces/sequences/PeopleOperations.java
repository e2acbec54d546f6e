// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import io.roster.access.Effect;
import io.roster.access.PermissionKey;
import io.roster.workspaces.member.NewRole;
import io.roster.workspaces.override.OverrideDraft;
import io.roster.workspaces.override.TeammateOverride;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.sequences.Operation.Call;
import io.roster.workspaces.workspace.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Changes what single teammates are and have. */
final class PeopleOperations {

    static final List<Operation> ALL = List.of(
            operation("Members.assignRole(UserId,NewRole)", PeopleOperations::assign),
            operation("Members.assignRole(UserId,String)", PeopleOperations::assignForEver),
            operation("Members.start(UserId,Optional,Optional)", PeopleOperations::start),
            operation("Members.suspend(UserId)", PeopleOperations::suspend),
            operation("Members.reactivate(UserId)", PeopleOperations::reactivate),
            operation("Members.remove(UserId)", PeopleOperations::remove),
            operation("TeammateSessions.end(UserId,String)", PeopleOperations::endSession),
            operation("TeammateSessions.endAll(UserId)", PeopleOperations::endSessions),
            operation("Overrides.make(UserId,OverrideDraft)", PeopleOperations::override),
            operation("Overrides.change(UserId,String,Optional,Optional)", PeopleOperations::changeOverride),
            operation("Overrides.remove(UserId,String)", PeopleOperations::removeOverride));

    private PeopleOperations() {}

    private static Operation operation(String method, BiFunction<Stage, Draw, Call> draws) {
        return new Operation(method, DrawnCatalogue.TEAMMATES, draws);
    }

    private static Call assign(Stage stage, Draw draw) {
        UserId user = user(stage, draw);
        Optional<Instant> until = draw.end(0.7, stage.play.now);
        NewRole role = new NewRole(
                draw.known(stage.roles()),
                until,
                draw.maybe(until.isPresent() ? 0.8 : 0.02, draw.known(stage.roles())));
        Expected expected = draw.expected();
        return new Call(
                () -> user + " " + role,
                caller -> stage.play.members.assignRole(caller, stage.workspace, user, role, expected));
    }

    private static Call assignForEver(Stage stage, Draw draw) {
        UserId user = user(stage, draw);
        String role = draw.known(stage.roles());
        Expected expected = draw.expected();
        return new Call(
                () -> user + " " + role,
                caller -> stage.play.members.assignRole(caller, stage.workspace, user, role, expected));
    }

    private static Call start(Stage stage, Draw draw) {
        UserId user = user(stage, draw);
        Optional<String> project = draw.maybe(0.7, draw.known(stage.projects()));
        Optional<String> environment = draw.maybe(0.4, draw.any(List.of("production", "development")));
        Expected expected = draw.expected();
        return new Call(
                () -> user + " " + project + " " + environment,
                caller -> stage.play.members.start(caller, stage.workspace, user, project, environment, expected));
    }

    private static Call suspend(Stage stage, Draw draw) {
        UserId user = user(stage, draw);
        Expected expected = draw.expected();
        return new Call(
                () -> user.value(), caller -> stage.play.members.suspend(caller, stage.workspace, user, expected));
    }

    /** Mostly of somebody who is suspended, if there is one. */
    private static Call reactivate(Stage stage, Draw draw) {
        List<String> suspended = stage.suspended();
        UserId user = suspended.isEmpty() || draw.chance(0.2) ? user(stage, draw) : new UserId(draw.any(suspended));
        Expected expected = draw.expected();
        return new Call(
                () -> user.value(), caller -> stage.play.members.reactivate(caller, stage.workspace, user, expected));
    }

    private static Call remove(Stage stage, Draw draw) {
        UserId user = user(stage, draw);
        Expected expected = draw.expected();
        return new Call(
                () -> user.value(), caller -> stage.play.members.remove(caller, stage.workspace, user, expected));
    }

    private static Call endSession(Stage stage, Draw draw) {
        UserId user = signedIn(stage, draw);
        String id = draw.known(stage.sessionsOf(user.value()));
        return new Call(() -> user + " " + id, caller -> stage.play.sessions.end(caller, stage.workspace, user, id));
    }

    private static Call endSessions(Stage stage, Draw draw) {
        UserId user = signedIn(stage, draw);
        return new Call(() -> user.value(), caller -> stage.play.sessions.endAll(caller, stage.workspace, user));
    }

    private static Call override(Stage stage, Draw draw) {
        UserId user = user(stage, draw);
        OverrideDraft override = new OverrideDraft(
                draw.chance(0.5) ? Effect.ALLOW : Effect.DENY,
                new PermissionKey(permission(stage, draw)),
                draw.maybe(0.3, draw.known(stage.projects())),
                draw.maybe(0.2, "because"),
                draw.end(0.6, stage.play.now));
        Expected expected = draw.expected();
        return new Call(
                () -> user + " " + override,
                caller -> stage.play.overrides.make(caller, stage.workspace, user, override, expected));
    }

    private static Call changeOverride(Stage stage, Draw draw) {
        UserId user = overridden(stage, draw);
        Optional<TeammateOverride> override = override(stage, draw, user);
        String id = override.map(TeammateOverride::id).orElse(Draw.UNKNOWN);
        Optional<String> reason = draw.maybe(0.3, "because of " + draw.below(9));
        Optional<Instant> until =
                draw.chance(0.15) ? override.flatMap(TeammateOverride::until) : draw.end(0.7, stage.play.now);
        Expected expected = draw.expected();
        return new Call(
                () -> user + " " + override + " until " + until,
                caller -> stage.play.overrides.change(caller, stage.workspace, user, id, reason, until, expected));
    }

    private static Call removeOverride(Stage stage, Draw draw) {
        UserId user = overridden(stage, draw);
        Optional<TeammateOverride> override = override(stage, draw, user);
        String id = override.map(TeammateOverride::id).orElse(Draw.UNKNOWN);
        Expected expected = draw.expected();
        return new Call(
                () -> user + " " + override,
                caller -> stage.play.overrides.remove(caller, stage.workspace, user, id, expected));
    }

    private static UserId user(Stage stage, Draw draw) {
        return new UserId(draw.known(stage.teammates()));
    }

    private static UserId signedIn(Stage stage, Draw draw) {
        List<String> some = stage.teammates().stream()
                .filter(name -> !stage.sessionsOf(name).isEmpty())
                .toList();
        return some.isEmpty() || draw.chance(0.1) ? user(stage, draw) : new UserId(draw.any(some));
    }

    private static UserId overridden(Stage stage, Draw draw) {
        List<String> some = stage.teammates().stream()
                .filter(name -> !stage.overridesOf(name).isEmpty())
                .toList();
        return some.isEmpty() ? user(stage, draw) : new UserId(draw.any(some));
    }

    private static Optional<TeammateOverride> override(Stage stage, Draw draw, UserId user) {
        List<TeammateOverride> overrides = stage.overridesOf(user.value());
        return overrides.isEmpty() || draw.chance(0.02) ? Optional.empty() : Optional.of(draw.any(overrides));
    }

    /** Often one without which nobody runs the workspace. */
    private static String permission(Stage stage, Draw draw) {
        if (draw.chance(0.02)) {
            return "no.such";
        }
        return draw.chance(0.2)
                ? draw.any(List.of(DrawnCatalogue.TEAMMATES, DrawnCatalogue.SECURITY))
                : draw.any(List.copyOf(stage.catalogue.keys()));
    }
}
