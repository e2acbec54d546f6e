// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.workspaces.access.Standing;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.workspace.UserId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CLAIM-1")
class ActiveWorkspaceTest {

    private final Play play = new Play();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // scope, chosen on the page, member of acme, of both
                "workspace, -, acme, -",
                "workspace organization, -, acme, -",
                "workspace organization, id-beta, -, beta",
                "workspace, id-acme, acme, acme",
                "organization:acme, -, acme, acme",
                "organization:beta, -, -, beta",
                "organization:beta, id-acme, -, beta",
                "organization:acme organization:acme, -, acme, acme",
                "organization:acme organization:beta, -, -, -",
                "organization:*, -, -, -",
                "organization:* organization:acme, -, -, -",
                "organization:ACME, -, -, -",
                "organization:gamma, -, -, -",
                "organization:, -, -, -",
                "xorganization:beta, -, acme, -",
                "-, -, acme, -",
            })
    void aTokenTellsOfTheWorkspaceThatWasAskedForAndNeverOfAnother(
            String scope, String chosen, String forOne, String forBoth) {
        play.teammate(play.acme, "one", "analyst");
        play.teammate(play.acme, "both", "analyst");
        play.teammate(play.beta, "both", "consumer");
        assertEquals(forOne, active("one", scope, chosen));
        assertEquals(forBoth, active("both", scope, chosen));
        assertEquals(null, active("outsider", scope, chosen));
    }

    @Test
    void whatASessionChoseStandsWhateverIsSaidLater() {
        play.teammate(play.acme, "both", "analyst");
        play.teammate(play.beta, "both", "consumer");
        Request beta = Request.of("organization:beta", "openid organization:beta", null);
        assertEquals("beta", alias(beta));
        assertEquals("acme", alias(beta.after(Choice.of(play.acme.id()))));
        assertEquals(null, alias(beta.after(Choice.NONE)));
        play.members.left(Play.SERVER, play.realm, play.acme.id(), new UserId("both"));
        assertEquals(null, alias(beta.after(Choice.of(play.acme.id()))));
        assertEquals("beta", alias(beta));
    }

    @Test
    void whatAnotherTabAskedForMeanwhileIsNotTaken() {
        play.teammate(play.acme, "both", "analyst");
        play.teammate(play.beta, "both", "consumer");
        assertEquals("acme", alias(Request.of("organization:acme", "openid organization:acme", null)));
        assertEquals(null, alias(Request.of("organization:beta", "openid organization:acme", null)));
        assertEquals(null, alias(Request.of("openid", "openid organization:acme", "id-beta")));
        assertEquals(null, alias(Request.of("organization:beta", "openid", null)));
        assertEquals("beta", alias(Request.of("openid organization", "openid organization", "id-beta")));
    }

    @Test
    void aChoiceIsReadAsItWasWritten() {
        assertEquals(Choice.NONE, Choice.of(Choice.NONE.text()));
        assertEquals(
                Choice.of(play.acme.id()), Choice.of(Choice.of(play.acme.id()).text()));
    }

    private String alias(Request request) {
        return play.activeWorkspace()
                .of(play.realm, new UserId("both"), request)
                .map(Standing::alias)
                .orElse(null);
    }

    private String active(String user, String scope, String chosen) {
        return play.activeWorkspace()
                .of(play.realm, new UserId(user), Request.of(scope, scope, chosen))
                .map(Standing::alias)
                .orElse(null);
    }
}
