// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.override;

import io.roster.access.Effect;
import io.roster.access.PermissionKey;
import java.time.Instant;
import java.util.Optional;

/**
 * An override to make.
 *
 * @param reason as it was sent
 */
public record OverrideDraft(
        Effect effect,
        PermissionKey permission,
        Optional<String> project,
        Optional<String> reason,
        Optional<Instant> until) {}
