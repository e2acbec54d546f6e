// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import io.roster.workspaces.platform.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An event that says itself what the log and Keycloak's admin events tell of it. */
public interface Described extends Event {

    /**
     * What happened, in words that never change.
     *
     * @param workspace empty for what is the realm's
     * @param action such as {@code project.created}
     * @param kind such as {@code project}; with {@code id} it says for whom or what it was done
     * @param before how it was, in short; empty for what is new
     * @param after how it is; empty for what is gone
     * @param source by what way, in the words of {@code member.Source}; empty where who did it says enough
     */
    record Description(
            RealmId realm,
            Optional<WorkspaceId> workspace,
            String action,
            String kind,
            String id,
            Map<String, Object> before,
            Map<String, Object> after,
            Optional<String> source) {

        public static Description of(Workspace workspace, String action, String kind, String id) {
            return of(workspace.realm(), workspace.id(), action, kind, id);
        }

        public static Description of(RealmId realm, WorkspaceId workspace, String action, String kind, String id) {
            return new Description(
                    realm, Optional.of(workspace), action, kind, id, Map.of(), Map.of(), Optional.empty());
        }

        public static Description ofRealm(RealmId realm, String action, String kind, String id) {
            return new Description(realm, Optional.empty(), action, kind, id, Map.of(), Map.of(), Optional.empty());
        }

        public Description from(Map<String, Object> state) {
            return new Description(realm, workspace, action, kind, id, state, after, source);
        }

        public Description to(Map<String, Object> state) {
            return new Description(realm, workspace, action, kind, id, before, state, source);
        }

        public Description by(String way) {
            return new Description(realm, workspace, action, kind, id, before, after, Optional.of(way));
        }
    }

    Description description();

    /** Whether it happened by itself, in whoever's request it came to light: then it is nobody's. */
    default boolean isByItself() {
        return false;
    }

    /** A state out of names and values; what is an empty {@link Optional} or null isn't in it. */
    static Map<String, Object> state(Object... namesAndValues) {
        Map<String, Object> state = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1] instanceof Optional<?> optional
                    ? optional.orElse(null)
                    : namesAndValues[i + 1];
            if (value != null) {
                state.put((String) namesAndValues[i], value instanceof java.time.Instant ? value.toString() : value);
            }
        }
        return state;
    }
}
