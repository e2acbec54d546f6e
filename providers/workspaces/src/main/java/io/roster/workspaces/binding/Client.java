// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding;

import io.roster.workspaces.workspace.ClientId;

/**
 * A client of the realm.
 *
 * @param name what people and protocols call it: its {@code client_id}, which can be changed
 * @param serviceAccount whether it can get tokens for itself
 */
public record Client(ClientId id, String name, boolean serviceAccount) {}
