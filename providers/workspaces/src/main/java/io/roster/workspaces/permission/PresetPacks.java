// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.roster.access.Catalogue;
import io.roster.access.Permission;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.access.Risk;
import io.roster.access.Scope;
import io.roster.access.Space;
import io.roster.workspaces.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a realm starts with: the permissions of {@code catalogue/permissions.csv}, and which preset has which of
 * them in {@code catalogue/presets-<pack>.csv}. A pack is data: another one is another file.
 */
final class PresetPacks {

    /** The packs that ship, the default first. */
    static final List<String> NAMES = List.of("default", "classic-2022");

    private static final int FIRST_NUMBER = 1;

    private PresetPacks() {}

    static RealmCatalogue load(String pack, String revision) {
        if (!NAMES.contains(pack)) {
            throw Problem.validation("presets", "is one of " + String.join(", ", NAMES));
        }
        try (Reader permissions = open("permissions.csv");
                Reader presets = open("presets-" + pack + ".csv");
                Reader names = open("presets.csv")) {
            Catalogue catalogue = permissions(permissions);
            return new RealmCatalogue(revision, catalogue, presets(catalogue, names, presets));
        } catch (IOException e) {
            throw new UncheckedIOException("Unreadable preset pack " + pack, e);
        }
    }

    /**
     * Reads permissions.
     *
     * @throws IllegalArgumentException for a duplicate key, a bit that is used twice, or a word that isn't known
     */
    static Catalogue permissions(Reader csv) throws IOException {
        List<Permission> permissions = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                permissions.add(new Permission(
                        Integer.parseInt(row.getField("bit")),
                        new PermissionKey(row.getField("key")),
                        row.getField("label"),
                        Space.of(row.getField("space")),
                        Scope.of(row.getField("scope")),
                        Risk.of(row.getField("risk")),
                        Optional.of(row.getField("entitlement")).filter(text -> !text.isEmpty()),
                        false));
            }
        }
        return Catalogue.of(FIRST_NUMBER, permissions);
    }

    /**
     * Reads presets: {@code names} has a row for each preset, {@code table} a row for each key with a column for each
     * preset.
     *
     * @throws IllegalArgumentException for a key that the catalogue doesn't have, a key that stands twice, a mark that
     *     is neither {@code x} nor empty, or a catalogue key that the table leaves out
     */
    static List<Preset> presets(Catalogue catalogue, Reader names, Reader table) throws IOException {
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(table)) {
            rows = csv.stream().toList();
        }
        requireWhole(catalogue, rows);
        List<Preset> presets = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(names)) {
            for (NamedCsvRecord name : csv) {
                String key = name.getField("key");
                presets.add(new Preset(
                        key, name.getField("name"), name.getField("description"), marked(catalogue, rows, key)));
            }
        }
        return presets;
    }

    private static void requireWhole(Catalogue catalogue, List<NamedCsvRecord> rows) {
        Set<PermissionKey> seen = new HashSet<>();
        for (NamedCsvRecord row : rows) {
            if (!seen.add(new PermissionKey(row.getField("key")))) {
                throw new IllegalArgumentException(
                        "The key " + row.getField("key") + " stands twice in the preset pack");
            }
        }
        if (catalogue.set(seen).size() != catalogue.all().size()) {
            throw new IllegalArgumentException("The preset pack leaves out "
                    + catalogue.keys(catalogue.all().minus(catalogue.set(seen))));
        }
    }

    private static PermissionSet marked(Catalogue catalogue, List<NamedCsvRecord> rows, String preset) {
        List<PermissionKey> keys = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            String mark = row.getField(preset);
            if (mark.equals("x")) {
                keys.add(new PermissionKey(row.getField("key")));
            } else if (!mark.isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + mark + "' at " + row.getField("key") + " for " + preset + " is neither x nor empty");
            }
        }
        return catalogue.set(keys);
    }

    private static Reader open(String file) {
        InputStream found = PresetPacks.class.getResourceAsStream("/catalogue/" + file);
        if (found == null) {
            throw new IllegalStateException("catalogue/" + file + " is missing from the provider JAR");
        }
        return new InputStreamReader(found, StandardCharsets.UTF_8);
    }
}
