// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import static io.roster.workspaces.fakes.Play.SERVER;

import io.roster.access.PermissionKey;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.role.CustomRole;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleChange;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.sequences.Operation.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes, edits, toggles, resets and deletes roles. */
final class RoleOperations {

    static final List<Operation> ALL = List.of(
            operation("Roles.create(RoleDraft)", RoleOperations::create),
            operation("Roles.edit(String,RoleChange)", RoleOperations::edit),
            operation("Roles.toggle(String,PermissionKey,boolean)", RoleOperations::toggle),
            operation("Roles.reset(String)", RoleOperations::reset),
            operation("Roles.delete(String,Optional)", RoleOperations::delete));

    private RoleOperations() {}

    private static Operation operation(String method, BiFunction<Stage, Draw, Call> draws) {
        return new Operation(method, DrawnCatalogue.TEAMMATES, draws);
    }

    private static Call create(Stage stage, Draw draw) {
        RoleDraft role = new RoleDraft(
                draw.name("Role", stage.roleNames()),
                "",
                draw.chance(0.5) ? "read-only" : draw.known(stage.roles()),
                draw.permissions(stage.catalogue.keys(), 0.12),
                draw.permissions(stage.catalogue.keys(), 0.4));
        return new Call(() -> role.toString(), caller -> stage.play.roles.create(caller, stage.workspace, role));
    }

    private static Call edit(Stage stage, Draw draw) {
        String key = draw.known(stage.roles());
        Optional<Role> present = role(stage, key);
        List<PermissionKey> keys = new ArrayList<>(
                present.map(role -> stage.catalogue.keys(role.permissions())).orElse(List.of()));
        if (draw.chance(0.8)) {
            PermissionKey toggled = new PermissionKey(draw.any(List.copyOf(stage.catalogue.keys())));
            if (!keys.remove(toggled)) {
                keys.add(toggled);
            }
        }
        RoleChange change = new RoleChange(
                draw.chance(0.6) ? present.map(role -> role.name().text()).orElse("Nothing") : name(stage, draw),
                draw.maybe(0.2, "about " + draw.below(5)),
                keys,
                draw.maybe(0.15, draw.chance(0.6)));
        Expected expected = draw.expected();
        return new Call(
                () -> key + " " + change,
                caller -> stage.play.roles.edit(caller, stage.workspace, key, change, expected));
    }

    private static Call toggle(Stage stage, Draw draw) {
        String key = draw.known(stage.roles());
        PermissionKey permission =
                new PermissionKey(draw.chance(0.02) ? "no.such" : draw.any(List.copyOf(stage.catalogue.keys())));
        boolean on = draw.chance(0.5);
        Expected expected = draw.expected();
        return new Call(
                () -> key + " " + permission + " " + on,
                caller -> stage.play.roles.toggle(caller, stage.workspace, key, permission, on, expected));
    }

    private static Call reset(Stage stage, Draw draw) {
        String key = draw.known(draw.chance(0.9) ? Stage.PRESETS : stage.roles());
        Expected expected = draw.expected();
        return new Call(() -> key, caller -> stage.play.roles.reset(caller, stage.workspace, key, expected));
    }

    private static Call delete(Stage stage, Draw draw) {
        String key = custom(stage, draw);
        Optional<String> replacement = draw.maybe(0.6, draw.known(stage.roles()));
        Expected expected = draw.expected();
        return new Call(
                () -> key + " " + replacement,
                replacement.orElse(null),
                caller -> stage.play.roles.delete(caller, stage.workspace, key, replacement, expected));
    }

    private static String custom(Stage stage, Draw draw) {
        return draw.known(
                draw.chance(0.05)
                        ? Stage.PRESETS
                        : stage.customRoles().stream().map(CustomRole::id).toList());
    }

    private static String name(Stage stage, Draw draw) {
        return draw.name("Role", stage.roleNames());
    }

    private static Optional<Role> role(Stage stage, String key) {
        return key.equals(Draw.UNKNOWN)
                ? Optional.empty()
                : Optional.of(stage.play.roles.get(SERVER, stage.workspace, key));
    }
}
