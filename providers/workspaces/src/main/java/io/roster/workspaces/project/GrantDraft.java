// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import java.time.Instant;
import java.util.Optional;

/**
 * A grant to make.
 *
 * @param role key of the role that it gives in the project, if it gives one
 */
public record GrantDraft(String project, Grantee grantee, Optional<String> role, Optional<Instant> until) {}
