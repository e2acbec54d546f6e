// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link Workspaces}. */
public interface WorkspacesFactory extends ProviderFactory<Workspaces> {}
