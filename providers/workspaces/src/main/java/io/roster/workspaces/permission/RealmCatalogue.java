// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission;

import io.roster.access.Catalogue;
import java.util.List;
import java.util.Optional;

/** A realm's permissions and presets at one revision, a random id that every change replaces. */
public record RealmCatalogue(String revision, Catalogue permissions, List<Preset> presets) {

    public RealmCatalogue {
        presets = List.copyOf(presets);
    }

    public int number() {
        return permissions.number();
    }

    public Optional<Preset> preset(String key) {
        return presets.stream().filter(preset -> preset.key().equals(key)).findFirst();
    }
}
