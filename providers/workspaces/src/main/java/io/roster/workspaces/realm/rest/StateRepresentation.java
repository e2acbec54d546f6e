// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm.rest;

import io.roster.workspaces.realm.Realms;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of Roster in a realm, on the wire. */
@Schema(name = "RealmState", description = "The state of Roster in the realm.")
record StateRepresentation(
        boolean enabled,

        @Schema(description = "Whether the realm's attributes ask for what wasn't done yet: the server's log says why")
        boolean waiting,

        @Schema(description = "Whether organizations are on in the realm")
        boolean organizations,

        @Schema(nullable = true, description = "Number of the catalogue; null where Roster was never switched on")
        Integer catalogue,

        @Schema(nullable = true, description = "The pack that was chosen at first", examples = "default")
        String presetPack,

        @Schema(description = "Keys, in their order") List<String> presets) {

    static StateRepresentation of(Realms.State state) {
        return new StateRepresentation(
                state.enabled(),
                state.waiting(),
                state.organizations(),
                state.catalogue(),
                state.presetPack(),
                state.presets());
    }
}
