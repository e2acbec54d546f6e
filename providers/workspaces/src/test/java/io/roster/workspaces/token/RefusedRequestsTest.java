// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("MATE-3")
class RefusedRequestsTest {

    private final Play play = new Play();
    private final Caller admin = play.teammate(play.acme, "ada", "admin");

    @BeforeEach
    void twoPeopleWhoAreSuspendedInAcme() {
        play.teammate(play.acme, "one", "analyst");
        play.teammate(play.acme, "both", "analyst");
        play.teammate(play.beta, "both", "consumer");
        suspend("one");
        suspend("both");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, -",
                "openid workspace, -, -, -",
                "openid workspace, id-acme, -, -",
                "organization:acme, -, acme, acme",
                "organization:beta, -, -, -",
                "organization:beta organization:acme, -, acme, acme",
                "organization:*, -, -, -",
                "organization:gamma, -, -, -",
                "xorganization:acme, -, -, -",
                "organization, -, acme, -",
                "organization, id-acme, acme, acme",
                "organization, id-beta, -, -",
                "organizations, id-acme, -, -",
            })
    void aRequestForAWorkspaceInWhichThePersonIsSuspendedIsRefused(
            String scope, String chosen, String ofOne, String ofBoth) {
        assertEquals(ofOne, refused("one", scope, chosen));
        assertEquals(ofBoth, refused("both", scope, chosen));
        assertNull(refused("ada", scope, chosen));
        assertNull(refused("outsider", scope, chosen));
    }

    @Test
    void whoeverIsReactivatedIsNot() {
        assertEquals("acme", refused("both", "organization:acme", null));
        play.members.reactivate(admin, play.acme, new UserId("both"), Expected.any());
        assertNull(refused("both", "organization:acme", null));
        play.members.suspend(admin, play.acme, new UserId("both"), Expected.any());
        play.members.remove(admin, play.acme, new UserId("both"), Expected.any());
        assertNull(refused("both", "organization:acme", null), "an outsider is Keycloak's to refuse");
    }

    @Test
    void aDisabledWorkspaceIsNotTheOnlyOne() {
        assertEquals("acme", refused("one", "organization", null));
        play.workspaceStore.enable(play.acme.id(), false);
        assertNull(refused("one", "organization", null));
    }

    private void suspend(String name) {
        play.members.suspend(admin, play.acme, new UserId(name), Expected.any());
    }

    private String refused(String name, String scope, String chosen) {
        return play.activeWorkspace()
                .refused(play.realm, new UserId(name), Request.of(scope, chosen))
                .map(this::alias)
                .orElse(null);
    }

    private String alias(WorkspaceId id) {
        return play.workspaceStore.withId(id).map(Workspace::alias).orElseThrow();
    }
}
