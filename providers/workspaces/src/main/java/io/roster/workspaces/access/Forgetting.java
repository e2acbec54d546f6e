// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Event;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.cache.Changes;
import io.roster.workspaces.workspace.AccessChanged;
import io.roster.workspaces.workspace.Reach;

/** Has the nodes forget what they derived from what a transaction changes, once it has committed. */
public final class Forgetting implements Events {

    private final Changes changes;

    public Forgetting(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void publish(Caller caller, Event event) {
        if (event instanceof AccessChanged changed) {
            changes.add(changed.reach().stream().map(Reach::topic).toList());
        }
    }
}
