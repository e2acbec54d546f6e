// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Keys;
import io.roster.access.PermissionKey;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.member.NewRole;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.project.GrantDraft;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.project.WorkspaceGrant;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.workspace.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROLE-5")
class ReplacementTest {

    private static final UserId PAUL = new UserId("paul");
    private static final UserId QUINN = new UserId("quinn");

    private final Play play = new Play();
    private final Caller ada = play.teammate(play.acme, "ada", "admin");
    private final Role steward = role("Steward", "analyst", Keys.TEAMMATES_MANAGE);
    private final Role reader = role("Reader", "consumer");

    @Test
    void everybodyAndEverythingThatHasTheRoleGetsTheOtherOne() {
        play.teammate(play.acme, "paul", steward.key());
        play.teammate(play.acme, "quinn", "consumer");
        play.members.assignRole(
                ada,
                play.acme,
                QUINN,
                new NewRole("consumer", Optional.of(play.now.plus(Duration.ofDays(3))), Optional.of(steward.key())),
                Expected.any());
        play.projects.create(ada, play.acme, "web", "Web");
        var grant = play.grants.make(
                ada,
                play.acme,
                new GrantDraft("web", Grantee.teammate(QUINN), Optional.of(steward.key()), Optional.empty()));
        play.settings.save(ada, play.acme, new Settings.Wanted(steward.key(), null, null, null, null), Expected.any());
        String paulWas = version(PAUL);
        String quinnWas = version(QUINN);
        WorkspaceGrant was = grant(grant.grant().id());
        Problem used = refused(ProblemCode.IN_USE, () -> delete(ada, steward, null));
        assertTrue(used.getMessage().contains("replaces"), used.getMessage());

        delete(ada, steward, reader.key());

        refused(ProblemCode.NOT_FOUND, () -> play.roles.get(ada, play.acme, steward.key()));
        assertEquals(
                reader.ref(),
                play.memberStore.find(play.acme.id(), PAUL).orElseThrow().role());
        assertEquals(
                Optional.of(reader.ref()),
                play.memberStore
                        .find(play.acme.id(), QUINN)
                        .orElseThrow()
                        .assigned()
                        .next());
        assertEquals(Optional.of(reader.ref()), grant(was.id()).role());
        assertEquals(reader.ref(), play.settings.of(play.acme).defaultRole());
        assertNotEquals(paulWas, version(PAUL));
        assertNotEquals(quinnWas, version(QUINN));
        assertNotEquals(was.version(), grant(was.id()).version());
        RoleDeleted deleted = (RoleDeleted) play.events.get(play.events.size() - 1);
        assertEquals(Optional.of(reader.key()), deleted.replacement().map(Role::key));
        assertEquals(3, deleted.moved().size(), deleted.toString());
        assertEquals(2L, deleted.moved().get("teammates"));
        Map<String, Object> logged = play.audit
                .list(ada, play.acme, PageRequest.of("1", null, 0))
                .items()
                .get(0)
                .after()
                .orElseThrow();
        assertEquals(reader.key(), logged.get("replacement"));
    }

    @Test
    void theReplacementIsAGiftToAllOfThem() {
        Caller sam = play.teammate(play.acme, "sam", steward.key());
        Role other = role("Other", "read-only");
        play.teammate(play.acme, "paul", other.key());
        refused(ProblemCode.CEILING, () -> delete(sam, other, "architect"));
        assertEquals(
                other.ref(),
                play.memberStore.find(play.acme.id(), PAUL).orElseThrow().role());
        delete(sam, other, "analyst");
        assertEquals(
                "analyst",
                play.memberStore.find(play.acme.id(), PAUL).orElseThrow().role().key());
    }

    @Test
    void theReplacementIsAnotherRoleOfTheWorkspaceThatPickersShow() {
        play.teammate(play.acme, "paul", steward.key());
        Role there =
                play.roles.create(SERVER, play.beta, new RoleDraft("Elsewhere", "", "read-only", List.of(), List.of()));
        play.roles.edit(
                SERVER,
                play.acme,
                "architect",
                new RoleChange("Architect", Optional.empty(), keys("architect"), Optional.of(true)),
                Expected.any());
        for (String wrong : List.of(steward.key(), "nonesuch", "", there.key(), "architect")) {
            refused(ProblemCode.VALIDATION, () -> delete(ada, steward, wrong));
        }
        delete(ada, steward, "analyst");
    }

    private void delete(Caller caller, Role role, String replacement) {
        play.roles.delete(caller, play.acme, role.key(), Optional.ofNullable(replacement), Expected.any());
    }

    private List<PermissionKey> keys(String role) {
        return play.catalogues
                .of(play.realm)
                .permissions()
                .keys(play.roles.get(SERVER, play.acme, role).permissions());
    }

    private Role role(String name, String from, PermissionKey... added) {
        return play.roles.create(SERVER, play.acme, new RoleDraft(name, "", from, List.of(added), List.of()));
    }

    private WorkspaceGrant grant(String id) {
        return play.grantStore.find(play.acme.id(), id).orElseThrow();
    }

    private String version(UserId user) {
        return play.memberStore.find(play.acme.id(), user).orElseThrow().version();
    }
}
