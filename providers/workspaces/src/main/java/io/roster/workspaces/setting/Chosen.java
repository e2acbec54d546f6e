// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting;

import io.roster.workspaces.role.RoleRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a realm or a workspace says itself; what is empty it takes from the level above. */
public record Chosen(
        Optional<RoleRef> defaultRole,
        Optional<Duration> invitationLife,
        Optional<Boolean> overrides,
        Optional<String> contact,
        Optional<List<String>> environments) {

    public static final Chosen NOTHING =
            new Chosen(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Chosen {
        environments = environments.map(List::copyOf);
    }

    /** Each setting by its key, with null for what isn't said. */
    Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put(Setting.DEFAULT_ROLE.key(), defaultRole.map(RoleRef::key).orElse(null));
        state.put(Setting.INVITATION_LIFE.key(), invitationLife.map(Life::text).orElse(null));
        state.put(Setting.OVERRIDES.key(), overrides.orElse(null));
        state.put(Setting.CONTACT.key(), contact.orElse(null));
        state.put(Setting.ENVIRONMENTS.key(), environments.orElse(null));
        return state;
    }
}
