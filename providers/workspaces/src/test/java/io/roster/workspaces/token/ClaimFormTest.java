// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.access.Standing;
import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Json;
import io.roster.workspaces.workspace.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CLAIM-1")
class ClaimFormTest {

    /** What a small claim may have besides alias, role and environment. */
    private static final int TARGET_BYTES = 160;

    private static final int ROOM = 2048;

    private final Play play = new Play();

    @ParameterizedTest
    @CsvSource({"read-only,Hw", "consumer,_w", "analyst,_wc", "architect,__8f", "admin,____Aw"})
    void bitsAreThoseOfTheCatalogue(String role, String bits) {
        Map<String, Object> claim = ClaimForm.BITS.claim(standing(role), ROOM);
        assertEquals(bits, claim.get("bits"));
        assertEquals(role, claim.get("role"));
        assertEquals(Map.of("main", "="), claim.get("projects"));
        assertTrue(!claim.containsKey("perms"));
    }

    @Test
    void aListHasTheKeysInTheOrderOfTheirBits() {
        Map<String, Object> claim = ClaimForm.LIST.claim(standing("read-only"), ROOM);
        assertEquals(
                List.of(
                        "charts.run",
                        "charts.export",
                        "emailed-charts.receive",
                        "personal-charts.manage",
                        "session-replays.view"),
                claim.get("perms"));
        assertEquals(
                List.of("id", "alias", "role", "env", "cat", "epoch", "perms", "projects"),
                List.copyOf(claim.keySet()));
        assertEquals(List.of(0L, 2L), claim.get("epoch"));
    }

    @Test
    void theRoleFormHasNoPermission() {
        Map<String, Object> claim = ClaimForm.ROLE.claim(standing("admin"), ROOM);
        assertEquals(List.of("id", "alias", "role", "env", "cat", "epoch"), List.copyOf(claim.keySet()));
    }

    @Test
    void aFormThatIsNoneGivesNoPermission() {
        assertEquals(ClaimForm.LIST, ClaimForm.of(null));
        assertEquals(ClaimForm.BITS, ClaimForm.of("bits"));
        assertEquals(ClaimForm.ROLE, ClaimForm.of("Bits"));
    }

    @Test
    void whatDoesNotFitIsLeftOutWholeAndSaysSo() {
        Standing standing = standing("admin");
        Map<String, Object> whole = ClaimForm.LIST.claim(standing, ROOM);
        int size = Json.bytes(whole).length;
        assertEquals(whole, ClaimForm.LIST.claim(standing, size));
        Map<String, Object> less = ClaimForm.LIST.claim(standing, size - 1);
        assertEquals(List.of("id", "alias", "role", "env", "cat", "epoch", "perms", "ref"), List.copyOf(less.keySet()));
        assertEquals(whole.get("perms"), less.get("perms"));
        Map<String, Object> least = ClaimForm.LIST.claim(standing, 200);
        assertEquals(List.of("id", "alias", "role", "env", "cat", "epoch", "ref"), List.copyOf(least.keySet()));
        assertEquals(true, least.get("ref"));
        assertEquals(
                List.of("id", "alias", "role", "env", "cat", "epoch", "ref"),
                List.copyOf(ClaimForm.BITS.claim(standing, 1).keySet()));
        assertTrue(!ClaimForm.ROLE.claim(standing, 1).containsKey("ref"), "nothing was left out");
    }

    @Test
    void theBitsFormIsSmall() {
        Standing standing = standing("admin");
        int whole = Json.bytes(ClaimForm.BITS.claim(standing, ROOM)).length;
        // the id of an organization has 36 characters, that of the play workspace fewer
        int id = 36 - standing.workspace().value().length();
        int free = standing.alias().length() + standing.role().length() + "main/production".length();
        assertTrue(whole + id - free <= TARGET_BYTES, "bytes: " + (whole + id - free));
    }

    private Standing standing(String role) {
        String name = "u-" + role;
        play.teammate(play.acme, name, role.equals("read-only") ? "consumer" : role);
        play.members.assignRole(Play.SERVER, play.acme, new UserId(name), role, Expected.any());
        return play.access.in(play.realm, play.acme.id(), new UserId(name)).orElseThrow();
    }
}
