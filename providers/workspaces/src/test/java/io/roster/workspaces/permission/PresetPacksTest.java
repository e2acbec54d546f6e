// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.access.Catalogue;
import io.roster.access.PermissionKey;
import io.roster.workspaces.platform.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ROLE-1")
class PresetPacksTest {

    private static final String HEAD = "bit,key,label,space,scope,risk,entitlement\n";
    private static final String GOOD = HEAD + "0,a.run,Run,shared,project,low,\n1,b.run,Run,shared,project,low,\n";
    private static final String NAMES = "key,name,description\nreader,Reader,Reads\n";

    @Test
    void theDefaultPackGivesEachPresetItsBits() {
        Map<String, String> bits = PresetPacks.load("default", "r").presets().stream()
                .collect(Collectors.toMap(
                        Preset::key, preset -> preset.permissions().encode()));
        assertEquals(
                Map.of("read-only", "Hw", "consumer", "_w", "analyst", "_wc", "architect", "__8f", "admin", "____Aw"),
                bits);
    }

    @Test
    void theClassicPackDiffersInThreePlacesOnly() {
        RealmCatalogue now = PresetPacks.load("default", "r");
        RealmCatalogue classic = PresetPacks.load("classic-2022", "r");
        for (Preset preset : now.presets()) {
            Preset old = classic.preset(preset.key()).orElseThrow();
            List<PermissionKey> lost =
                    now.permissions().keys(preset.permissions().minus(old.permissions()));
            assertEquals(
                    switch (preset.key()) {
                        case "consumer" -> List.of(new PermissionKey("personal-definitions.manage"));
                        case "architect" -> List.of(new PermissionKey("home-dashboard.manage"));
                        default -> List.of();
                    },
                    lost,
                    preset.key());
            assertTrue(old.permissions().minus(preset.permissions()).isEmpty(), preset.key());
        }
        int personal = now.permissions()
                .find(new PermissionKey("personal-definitions.manage"))
                .orElseThrow()
                .bit();
        assertFalse(classic.preset("read-only").orElseThrow().permissions().has(personal));
        assertThrows(Problem.class, () -> PresetPacks.load("classic-1999", "r"));
    }

    @Test
    void aCatalogueWithTwoOfAKindIsRefused() throws IOException {
        assertEquals(2, PresetPacks.permissions(new StringReader(GOOD)).all().size());
        assertRefused(GOOD + "2,a.run,Again,shared,project,low,\n", "a.run");
        assertRefused(GOOD + "1,c.run,Same bit,shared,project,low,\n", "1");
        assertRefused(GOOD + "2,c.run,Unknown word,elsewhere,project,low,\n", "elsewhere");
    }

    @Test
    void aPackThatDoesNotFitTheCatalogueIsRefused() throws IOException {
        Catalogue catalogue = PresetPacks.permissions(new StringReader(GOOD));
        assertEquals(
                "AQ",
                presets(catalogue, "key,reader\na.run,x\nb.run,\n")
                        .get(0)
                        .permissions()
                        .encode());
        assertRefused(catalogue, "key,reader\na.run,x\nb.run,\nc.run,x\n", "c.run");
        assertRefused(catalogue, "key,reader\na.run,x\na.run,x\nb.run,\n", "a.run");
        assertRefused(catalogue, "key,reader\na.run,x\n", "b.run");
        assertRefused(catalogue, "key,reader\na.run,y\nb.run,\n", "a.run");
    }

    private static void assertRefused(String csv, String named) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> PresetPacks.permissions(new StringReader(csv)));
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
    }

    private static void assertRefused(Catalogue catalogue, String table, String named) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> presets(catalogue, table));
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
    }

    private static List<Preset> presets(Catalogue catalogue, String table) throws IOException {
        return PresetPacks.presets(catalogue, new StringReader(NAMES), new StringReader(table));
    }
}
