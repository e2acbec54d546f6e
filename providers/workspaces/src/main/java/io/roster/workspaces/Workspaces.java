// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import org.keycloak.provider.Provider;

/** Everything that Roster knows and does in one Keycloak session. */
public interface Workspaces extends Provider {}
