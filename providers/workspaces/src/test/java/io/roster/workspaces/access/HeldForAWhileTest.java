// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import static io.roster.workspaces.fakes.Play.SERVER;
import static io.roster.workspaces.fakes.Play.keys;
import static io.roster.workspaces.fakes.Play.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.access.PermissionKey;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.member.NewRole;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.project.GrantDraft;
import io.roster.workspaces.project.Grantee;
import io.roster.workspaces.role.Role;
import io.roster.workspaces.role.RoleChange;
import io.roster.workspaces.role.RoleDraft;
import io.roster.workspaces.workspace.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tess is an Admin until tomorrow: what gives nothing she does as any Admin, and what she gives ends with it. */
class HeldForAWhileTest {

    private final Play play = new Play();
    private final Instant tomorrow = play.now.plus(Duration.ofDays(1));
    private final Caller tess = untilTomorrow("tess", "admin");
    private final Role editor = play.roles.create(
            SERVER,
            play.acme,
            new RoleDraft("Editor", "", "read-only", keys("categorization.manage", "definitions.verify"), List.of()));

    @Test
    @Tag("ROLE-3")
    void aRoleIsRenamedAndLosesPermissionsAndGetsNone() {
        Role less = play.roles.toggle(
                tess, play.acme, editor.key(), keys("definitions.verify").get(0), false, Expected.any());
        assertEquals(editor.permissions().size() - 1, less.permissions().size());
        Role renamed = play.roles.edit(
                tess,
                play.acme,
                editor.key(),
                new RoleChange("Sorter", Optional.empty(), permissions(less), Optional.empty()),
                Expected.any());
        assertEquals("Sorter", renamed.name().text());

        refused(
                ProblemCode.CEILING,
                () -> play.roles.toggle(
                        tess,
                        play.acme,
                        editor.key(),
                        keys("definitions.verify").get(0),
                        true,
                        Expected.any()));
    }

    @Test
    @Tag("PROJ-3")
    void aGrantEndsSoonerAndNotLater() {
        UserId paul = new UserId("paul");
        play.teammate(play.acme, "paul", "read-only");
        play.project(play.acme, "web", false);
        String id = play.grants
                .make(
                        SERVER,
                        play.acme,
                        new GrantDraft("web", Grantee.teammate(paul), Optional.of(editor.key()), Optional.empty()))
                .grant()
                .id();
        Instant nextWeek = tomorrow.plus(Duration.ofDays(6));

        assertEquals(Optional.of(nextWeek), until(id, editor.key(), nextWeek));
        refused(ProblemCode.CEILING, () -> until(id, editor.key(), nextWeek.plusMillis(1)));
        refused(ProblemCode.CEILING, () -> until(id, "consumer", nextWeek));
        assertEquals(Optional.of(tomorrow), until(id, "consumer", tomorrow));
    }

    private Optional<Instant> until(String grant, String role, Instant end) {
        return play.grants
                .change(tess, play.acme, "web", grant, Optional.of(role), Optional.of(end), Expected.any())
                .grant()
                .until();
    }

    private List<PermissionKey> permissions(Role role) {
        return play.catalogues.of(play.realm).permissions().keys(role.permissions());
    }

    private Caller untilTomorrow(String name, String role) {
        Caller caller = play.teammate(play.acme, name, "read-only");
        play.members.assignRole(
                SERVER,
                play.acme,
                new UserId(name),
                new NewRole(role, Optional.of(tomorrow), Optional.of("read-only")),
                Expected.any());
        return caller;
    }
}
