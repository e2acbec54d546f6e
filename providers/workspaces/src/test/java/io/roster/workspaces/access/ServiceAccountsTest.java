// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Permission;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.workspaces.binding.Bindings;
import io.roster.workspaces.binding.Client;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.fakes.RealmRights;
import io.roster.workspaces.member.TeammateQuery;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service account against the guard, and against the facades that ask it. */
@Tag("SCIM-6")
class ServiceAccountsTest {

    private final Play play = new Play();
    private final Client robot = play.clients.add("robot", true);
    private final Caller account = new Caller.ServiceAccount("robot", robot.id().value(), "service-account-robot");
    private final Caller boss = play.teammate(play.acme, "ada", "admin");

    @Test
    void itIsInsideWhereItsClientIsBoundAndAnOutsiderElsewhere() {
        outside(play.acme);
        bind(List.of("acme"));
        assertDoesNotThrow(() -> play.guard.requireInside(account, play.acme));
        outside(play.beta);
        bind(List.of("beta"));
        outside(play.acme);
        play.bindings.bind(RealmRights.manager(), play.realm, "robot", new Bindings.Wanted(true, null), Expected.any());
        assertDoesNotThrow(() -> play.guard.requireInside(account, play.acme));
        assertDoesNotThrow(() -> play.guard.requireInside(account, play.beta));
        play.bindings.unbind(RealmRights.manager(), play.realm, "robot", Expected.any());
        outside(play.beta);
    }

    @Test
    void theClientThatItBelongsToCountsAndNotTheOneForWhichTheTokenWasMade() {
        play.clients.add("other", true);
        bind(List.of("acme"));
        Caller through = new Caller.ServiceAccount("other", robot.id().value(), "service-account-robot");
        assertDoesNotThrow(() -> play.guard.requireInside(through, play.acme));
        Caller another = new Caller.ServiceAccount("robot", "id-other", "service-account-other");
        assertEquals(
                "No such workspace.",
                refused(ProblemCode.NOT_FOUND, () -> play.guard.requireInside(another, play.acme))
                        .getMessage());
    }

    @Test
    void aDisabledWorkspaceHasNobodyInsideNotEvenIt() {
        bind(List.of("acme"));
        play.workspaceStore.enable(play.acme.id(), false);
        outside(play.acme);
        refused(ProblemCode.NOT_FOUND, () -> play.guard.requireInside(boss, play.acme));
    }

    @Test
    void itHoldsNoPermissionOfTheCatalogue() {
        bind(List.of("acme"));
        for (Permission permission :
                play.catalogues.of(play.realm).permissions().permissions()) {
            PermissionKey key = permission.key();
            Problem problem = refused(ProblemCode.FORBIDDEN, () -> play.guard.require(account, play.acme, key));
            assertTrue(problem.getMessage().contains("no permissions of a person"), problem.getMessage());
            assertDoesNotThrow(() -> play.guard.require(boss, play.acme, key));
            refused(ProblemCode.NOT_FOUND, () -> play.guard.require(account, play.beta, key));
        }
    }

    @Test
    void itIsAboveNoCeilingAndNobodyIsItsToSeeOrManage() {
        bind(List.of("acme"));
        UserId ada = new UserId("ada");
        PermissionSet nothing = PermissionSet.empty();
        refused(
                ProblemCode.FORBIDDEN,
                () -> play.guard.requireBelowCeiling(account, play.acme, nothing, PermissionSet.of(0)));
        refused(ProblemCode.FORBIDDEN, () -> play.guard.requireManages(account, ada));
        refused(ProblemCode.FORBIDDEN, () -> play.guard.requireSees(account, ada));
        refused(ProblemCode.FORBIDDEN, () -> play.guard.requirePerson(account));
        assertFalse(play.guard.sees(account, ada));
        assertDoesNotThrow(() -> play.guard.requireBelowCeiling(boss, play.acme, nothing, PermissionSet.of(0)));
        assertDoesNotThrow(() -> play.guard.requireManages(boss, ada));
        assertTrue(play.guard.sees(boss, ada));
        assertEquals(ada, play.guard.requirePerson(boss));
    }

    @Test
    void itReadsRolesAndChangesNothing() {
        bind(List.of("acme"));
        PageRequest all = new PageRequest(100, Optional.empty());
        assertEquals(5, play.roles.list(account, play.acme, all).items().size());
        assertEquals("analyst", play.roles.get(account, play.acme, "analyst").key());
        RoleDraft draft = new RoleDraft("Steward", null, "analyst", List.of(), List.of());
        refused(ProblemCode.FORBIDDEN, () -> play.roles.create(account, play.acme, draft));
        Role made = play.roles.create(boss, play.acme, draft);
        refused(
                ProblemCode.FORBIDDEN,
                () -> play.roles.delete(account, play.acme, made.key(), Optional.empty(), Expected.any()));
        refused(ProblemCode.FORBIDDEN, () -> play.members.list(account, play.acme, TeammateQuery.EVERYBODY, all));
        UserId ada = new UserId("ada");
        refused(
                ProblemCode.FORBIDDEN,
                () -> play.members.assignRole(account, play.acme, ada, "analyst", Expected.any()));
        refused(ProblemCode.NOT_FOUND, () -> play.roles.list(account, play.beta, all));
    }

    private void outside(Workspace workspace) {
        Problem problem = refused(ProblemCode.NOT_FOUND, () -> play.guard.requireInside(account, workspace));
        assertEquals("No such workspace.", problem.getMessage());
    }

    private void bind(List<String> aliases) {
        play.bindings.bind(
                RealmRights.manager(), play.realm, "robot", new Bindings.Wanted(null, aliases), Expected.any());
    }
}
