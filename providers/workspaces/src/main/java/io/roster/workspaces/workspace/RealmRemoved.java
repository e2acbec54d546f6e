// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import io.roster.workspaces.platform.Event;

/** A realm is gone, and everything of it with it. */
public record RealmRemoved(RealmId realm) implements Event {}
