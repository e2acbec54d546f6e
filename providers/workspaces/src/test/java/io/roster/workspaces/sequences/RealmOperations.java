// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.sequences;

import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.binding.Bindings;
import io.roster.workspaces.plan.Plan;
import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.sequences.Operation.Call;
import io.roster.workspaces.setting.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Changes settings, and what realm administrators alone may change. */
final class RealmOperations {

    static final List<Operation> ALL = List.of(
            new Operation("Settings.save(Wanted)", DrawnCatalogue.SECURITY, RealmOperations::settings),
            ofTheRealm("Settings.save(RealmId,Wanted)", RealmOperations::realmSettings),
            ofTheRealm("Plans.save(RealmId,String,Wanted)", RealmOperations::plan),
            ofTheRealm("Plans.delete(RealmId,String)", RealmOperations::deletePlan),
            ofTheRealm("Plans.makeDefault(RealmId,String)", RealmOperations::defaultPlan),
            ofTheRealm("Plans.assign(Optional)", RealmOperations::assignPlan),
            ofTheRealm("Bindings.bind(RealmId,String,Wanted)", RealmOperations::bind),
            ofTheRealm("Bindings.unbind(RealmId,String)", RealmOperations::unbind));

    private static final List<String> PLANS = List.of("small", "large", "new");

    private RealmOperations() {}

    private static Operation ofTheRealm(String method, BiFunction<Stage, Draw, Call> draws) {
        return new Operation(method, Operation.OF_THE_REALM, draws);
    }

    private static Call settings(Stage stage, Draw draw) {
        Settings.Wanted wanted = wanted(draw, draw.known(stage.roles()));
        Expected expected = draw.expected();
        return new Call(
                () -> wanted.toString(), caller -> stage.play.settings.save(caller, stage.workspace, wanted, expected));
    }

    private static Call realmSettings(Stage stage, Draw draw) {
        Settings.Wanted wanted = wanted(draw, draw.known(Stage.PRESETS));
        Expected expected = draw.expected();
        return new Call(
                () -> wanted.toString(),
                caller -> stage.play.settings.save(caller, stage.play.realm, wanted, expected));
    }

    private static Settings.Wanted wanted(Draw draw, String role) {
        return new Settings.Wanted(
                draw.chance(0.7) ? role : null,
                draw.chance(0.2) ? "P3D" : null,
                draw.chance(0.3) ? Boolean.valueOf(draw.chance(0.7)) : null,
                draw.chance(0.2) ? "Ask " + draw.below(9) : null,
                draw.chance(0.1) ? List.of("production") : null);
    }

    private static Call plan(Stage stage, Draw draw) {
        String key = draw.any(PLANS);
        Plans.Wanted wanted = new Plans.Wanted(
                draw.name("Plan", List.of()),
                draw.chance(0.03)
                        ? List.of("nothing-known")
                        : draw.some(List.of(Entitlements.CUSTOM_ROLES, Entitlements.SESSION_REPLAY), 0.8));
        Expected expected = draw.expected();
        return new Call(
                () -> key + " " + wanted,
                caller -> stage.play.plans.save(caller, stage.play.realm, key, wanted, expected));
    }

    private static Call deletePlan(Stage stage, Draw draw) {
        String key = draw.known(PLANS);
        Expected expected = draw.expected();
        return new Call(() -> key, caller -> stage.play.plans.delete(caller, stage.play.realm, key, expected));
    }

    private static Call defaultPlan(Stage stage, Draw draw) {
        String key = draw.chance(0.5) ? Plan.EVERYTHING : draw.known(PLANS);
        return new Call(() -> key, caller -> stage.play.plans.makeDefault(caller, stage.play.realm, key));
    }

    private static Call assignPlan(Stage stage, Draw draw) {
        Optional<String> key = draw.maybe(0.6, draw.known(PLANS));
        Expected expected = draw.expected();
        return new Call(
                () -> key.toString(), caller -> stage.play.plans.assign(caller, stage.workspace, key, expected));
    }

    private static Call bind(Stage stage, Draw draw) {
        String client = draw.known(Stage.CLIENTS);
        Bindings.Wanted wanted = draw.chance(0.5)
                ? new Bindings.Wanted(true, null)
                : new Bindings.Wanted(null, List.of(draw.chance(0.95) ? "acme" : "nowhere"));
        Expected expected = draw.expected();
        return new Call(
                () -> client + " " + wanted,
                caller -> stage.play.bindings.bind(caller, stage.play.realm, client, wanted, expected));
    }

    private static Call unbind(Stage stage, Draw draw) {
        String client = draw.known(Stage.CLIENTS);
        Expected expected = draw.expected();
        return new Call(() -> client, caller -> stage.play.bindings.unbind(caller, stage.play.realm, client, expected));
    }
}
