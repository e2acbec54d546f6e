// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.time.Instant;
import org.keycloak.common.util.Time;

/** The only clock: every 'now' that decides something comes from here. */
@FunctionalInterface
public interface Clock {

    Instant now();

    /** The server's clock as Keycloak itself reads it, so that tokens and permissions agree on the second. */
    static Clock keycloak() {
        return () -> Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
