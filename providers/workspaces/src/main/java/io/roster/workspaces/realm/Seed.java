// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a realm import may bring along for Roster, as JSON in the realm attribute {@code roster.import}: which clients
 * may ask for which scopes, and for each workspace (by alias) its custom roles, edits of presets (by key), and the
 * roles of its teammates (by user name).
 */
public record Seed(Map<String, List<String>> clients, Map<String, WorkspaceSeed> workspaces) {

    public Seed {
        clients = Objects.requireNonNullElse(clients, Map.of());
        workspaces = Objects.requireNonNullElse(workspaces, Map.of());
    }

    /** One workspace. A teammate's role is the key of a preset or the name of a custom role. */
    public record WorkspaceSeed(List<RoleSeed> roles, Map<String, PresetSeed> presets, Map<String, String> teammates) {

        public WorkspaceSeed {
            roles = Objects.requireNonNullElse(roles, List.of());
            presets = Objects.requireNonNullElse(presets, Map.of());
            teammates = Objects.requireNonNullElse(teammates, Map.of());
        }
    }

    /** A custom role. */
    public record RoleSeed(String name, String description, String from, List<String> add, List<String> remove) {

        public RoleSeed {
            add = Objects.requireNonNullElse(add, List.of());
            remove = Objects.requireNonNullElse(remove, List.of());
        }
    }

    /** An edit of a preset; what it leaves out stays as the realm has it. */
    public record PresetSeed(String name, String description, List<String> add, List<String> remove) {

        public PresetSeed {
            add = Objects.requireNonNullElse(add, List.of());
            remove = Objects.requireNonNullElse(remove, List.of());
        }
    }
}
