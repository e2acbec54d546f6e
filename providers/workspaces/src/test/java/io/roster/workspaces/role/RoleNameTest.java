// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.platform.ProblemCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ROLE-4")
class RoleNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Data Steward", "データ管理者", "مدير البيانات", "Διαχειριστής", "नीति", "É", "می‌خواهم"})
    void anyScriptWillDo(String name) {
        assertEquals(name, RoleName.of(name).text());
    }

    @ParameterizedTest
    @CsvSource({
        "Analyst,ANALYST",
        "Analyst,Ａｎａｌｙｓｔ",
        "straße,STRASSE",
        "Data  Steward,Data Steward",
        "ﬁnance,Finance",
        "Admin,Ad\u200Cmin",
        "Σίσυφος,ΣΊΣΥΦΟΣ",
    })
    void namesThatLookAlikeAreTheSame(String one, String other) {
        assertTrue(RoleName.of(one).sameAs(RoleName.of(other)));
        assertEquals(RoleName.of(one).hash(), RoleName.of(other).hash());
    }

    @Test
    void namesThatLookDifferentAreNot() {
        assertFalse(RoleName.of("Résumé").sameAs(RoleName.of("Resume")));
        assertFalse(RoleName.of("Analyst 1").sameAs(RoleName.of("Analyst 2")));
    }

    @Test
    void sixtyFourCharactersAreTheMost() {
        String emoji = "\uD83D\uDE00"; // one character, two units
        assertEquals(128, RoleName.of(emoji.repeat(64)).text().length());
        Play.refused(ProblemCode.VALIDATION, () -> RoleName.of(emoji.repeat(65)));
        assertEquals("a", RoleName.of(" a ").text());
        Play.refused(ProblemCode.VALIDATION, () -> RoleName.of("  "));
        Play.refused(ProblemCode.VALIDATION, () -> RoleName.of(null));
    }

    @Test
    void aNameThatGrowsBeyondTheColumnWhenComparedIsRefused() {
        String ligature = "\uFDFA"; // becomes eighteen characters
        assertEquals(1, RoleName.of(ligature).text().length());
        Play.refused(ProblemCode.VALIDATION, () -> RoleName.of(ligature.repeat(20)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0007b",
                "a\nb",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Fb",
                "a\u061Cb",
                "a\u2028b",
                "a\uD800b",
                "a\uE000b"
            })
    void whatCannotBeSeenOrTurnsTheDirectionIsRefused(String name) {
        assertEquals("ab", RoleName.of("ab").text());
        Play.refused(ProblemCode.VALIDATION, () -> RoleName.of(name));
    }
}
