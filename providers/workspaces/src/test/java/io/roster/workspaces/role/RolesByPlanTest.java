// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.keys;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.PermissionKey;
import io.roster.workspaces.fakes.Administrators;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.fakes.RealmRights;
import io.roster.workspaces.plan.Plans;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.workspace.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What custom roles and edited presets need of the plan; and what the log does. */
@Tag("ROLE-6")
class RolesByPlanTest {

    private static final PermissionKey EXPORT = new PermissionKey("charts.export");

    private final Play play = new Play();
    private final Caller ada = play.teammate(play.acme, "ada", "admin");
    private final Caller boss = new Caller.Administrator("boss", Administrators.ALL);
    private final Role steward = play.roles.create(ada, play.acme, draft("Steward"));
    private final Role spare = play.roles.create(ada, play.acme, draft("Spare"));

    {
        play.roles.toggle(ada, play.acme, "analyst", EXPORT, false, Expected.any());
        play.plans.save(
                RealmRights.manager(),
                play.realm,
                "starter",
                new Plans.Wanted("Starter", List.of("audit-log", "session-replay")),
                Expected.any());
        play.plans.save(
                RealmRights.manager(),
                play.realm,
                "roles",
                new Plans.Wanted("Roles", List.of("custom-roles")),
                Expected.any());
    }

    @Test
    void makingACustomRoleNeedsThePlan() {
        needsThePlan(caller -> () -> play.roles.create(caller, play.acme, draft("New of " + caller.hashCode())));
    }

    @Test
    void editingACustomRoleNeedsThePlan() {
        needsThePlan(caller -> () -> play.roles.edit(
                caller,
                play.acme,
                steward.key(),
                new RoleChange("By " + caller.hashCode(), Optional.empty(), keys("charts.run"), Optional.empty()),
                Expected.any()));
    }

    @Test
    void renamingAPresetNeedsThePlan() {
        needsThePlan(caller -> () -> play.roles.edit(
                caller,
                play.acme,
                "consumer",
                new RoleChange("By " + caller.hashCode(), Optional.empty(), keys("charts.run"), Optional.empty()),
                Expected.any()));
    }

    @Test
    void togglingNeedsThePlanWhereItChangesSomething() {
        for (String role : List.of("consumer", steward.key())) {
            boolean[] on = {false};
            needsThePlan(caller -> () -> {
                play.roles.toggle(caller, play.acme, role, EXPORT, on[0], Expected.any());
                on[0] = true;
            });
        }
        give("starter");
        play.roles.toggle(ada, play.acme, "consumer", EXPORT, true, Expected.any());
    }

    @Test
    void hidingAPresetNeedsThePlan() {
        needsThePlan(caller -> () -> {
            Role role = play.roles.get(SERVER, play.acme, "architect");
            play.roles.edit(
                    caller,
                    play.acme,
                    "architect",
                    new RoleChange(
                            role.name().text(),
                            Optional.empty(),
                            play.catalogues.of(play.realm).permissions().keys(role.permissions()),
                            Optional.of(!role.hidden())),
                    Expected.any());
        });
    }

    @Test
    void whatIsThereGoesOnAndCanBeGivenResetAndDeleted() {
        give("starter");
        play.members.joined(SERVER, play.realm, play.acme.id(), new UserId("mo"));
        play.members.assignRole(ada, play.acme, new UserId("mo"), steward.key(), Expected.any());
        assertEquals(
                steward.permissions(),
                play.access
                        .in(play.realm, play.acme.id(), new UserId("mo"))
                        .orElseThrow()
                        .effective()
                        .workspace());
        assertTrue(play.roles.get(ada, play.acme, "analyst").edited());
        play.roles.reset(ada, play.acme, "analyst", Expected.any());
        assertFalse(play.roles.get(ada, play.acme, "analyst").edited());
        play.roles.delete(ada, play.acme, spare.key(), Optional.empty(), Expected.any());
        refused(ProblemCode.NOT_FOUND, () -> play.roles.get(ada, play.acme, spare.key()));
    }

    @Test
    void anImportIsCarriedOutWhateverThePlanIs() {
        give("starter");
        refused(ProblemCode.PLAN_REQUIRED, () -> play.roles.create(boss, play.acme, draft("Imported")));
        play.roles.create(SERVER, play.acme, draft("Imported"));
    }

    @Test
    void whoeverMayNotAtAllLearnsNothingOfThePlan() {
        Caller mate = play.teammate(play.acme, "mo", "analyst");
        give("starter");
        refused(ProblemCode.FORBIDDEN, () -> play.roles.create(mate, play.acme, draft("Mine")));
        refused(ProblemCode.PLAN_REQUIRED, () -> play.roles.create(ada, play.acme, draft("Mine")));
    }

    @Test
    @Tag("PLAN-1")
    @Tag("AUDIT-1")
    void theLogIsWrittenWhateverThePlanAndReadWithIt() {
        give("roles");
        play.roles.toggle(ada, play.acme, "consumer", EXPORT, false, Expected.any());
        PageRequest all = PageRequest.of(null, null, 1);
        refused(ProblemCode.PLAN_REQUIRED, () -> play.audit.list(ada, play.acme, all));
        assertEquals(
                "role.changed",
                play.audit
                        .list(boss, play.acme, all)
                        .items()
                        .get(0)
                        .recorded()
                        .entry()
                        .action()
                        .key());
        give("starter");
        assertEquals(
                "role.changed",
                play.audit
                        .list(ada, play.acme, all)
                        .items()
                        .get(1)
                        .recorded()
                        .entry()
                        .action()
                        .key());
    }

    private interface Call {
        Executable by(Caller caller);
    }

    /** Refused to people and administrators without it, with the plan's name; done with it. */
    private void needsThePlan(Call call) {
        give("starter");
        for (Caller caller : List.of(ada, boss)) {
            Problem problem = refused(ProblemCode.PLAN_REQUIRED, call.by(caller));
            assertEquals("Starter", problem.fields().get("plan"));
        }
        give("roles");
        for (Caller caller : List.of(ada, boss)) {
            try {
                call.by(caller).execute();
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }
    }

    private void give(String plan) {
        play.plans.assign(RealmRights.manager(), play.acme, Optional.of(plan), Expected.any());
    }

    private static RoleDraft draft(String name) {
        return new RoleDraft(name, "", "consumer", List.of(), List.of());
    }
}
