// SPDX-License-Identifier: Apache-2.0

/**
 * Writes the generated pages of {@code docs/reference} from the code, with {@code ./dev docs}, and fails where they are
 * stale. Start at {@link io.roster.workspaces.docs.Endpoints} and {@link io.roster.workspaces.docs.ApiDescription};
 * docs/decisions/0011 says why it is done so.
 */
package io.roster.workspaces.docs;
