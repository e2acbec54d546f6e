// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue that Roster starts with and its five presets, read from the table that ships with it. */
final class Presets {

    private static final int FIRST_PRESET = 7;

    final Catalogue catalogue;
    final Map<String, PermissionSet> roles = new LinkedHashMap<>();

    private Presets(List<List<String>> rows) {
        List<String> header = rows.get(0);
        List<List<String>> body = rows.subList(1, rows.size());
        catalogue = Catalogue.of(1, body.stream().map(Presets::permission).toList());
        for (int column = FIRST_PRESET; column < header.size(); column++) {
            int preset = column;
            roles.put(
                    header.get(preset),
                    PermissionSet.of(body.stream()
                            .filter(row -> row.get(preset).equals("x"))
                            .mapToInt(row -> Integer.parseInt(row.get(0)))
                            .toArray()));
        }
    }

    static Presets load() {
        try (var in = Presets.class.getResourceAsStream("/permissions.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Presets(lines.lines().map(Presets::fields).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Permission permission(List<String> row) {
        return new Permission(
                Integer.parseInt(row.get(0)),
                new PermissionKey(row.get(1)),
                row.get(2),
                Space.of(row.get(3)),
                Scope.of(row.get(4)),
                Risk.of(row.get(5)),
                Optional.of(row.get(6)).filter(entitlement -> !entitlement.isEmpty()),
                false);
    }

    /** Enough CSV for this one file: quotes around a field that has commas, none inside it. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
