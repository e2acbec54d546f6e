// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding;

import io.roster.workspaces.platform.Event;
import io.roster.workspaces.workspace.RealmId;
import java.util.Optional;

/** A client was bound to workspaces ({@code before} is empty), to other ones, or to none ({@code after} is empty). */
public record BindingChanged(RealmId realm, Client client, Optional<Binding> before, Optional<Binding> after)
        implements Event {}
