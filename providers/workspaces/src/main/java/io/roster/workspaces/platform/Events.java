// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.util.List;

/**
 * Where features say what has happened. Whoever listens hears it at once, in the transaction of the change: if that is
 * rolled back, so is what they wrote.
 */
@FunctionalInterface
public interface Events {

    /** Says what this caller has done. */
    void publish(Caller caller, Event event);

    static Events to(List<Events> listeners) {
        return (caller, event) -> listeners.forEach(listener -> listener.publish(caller, event));
    }
}
