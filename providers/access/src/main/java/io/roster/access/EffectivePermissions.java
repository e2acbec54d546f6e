// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a teammate may do at a moment: the answer of {@link Resolver}.
 *
 * @param projects the projects that the teammate can open, also those where they may do nothing; no other. The map
 *     handed in is kept, so whoever made it must not write to it any more
 * @param validUntil the first moment at which an end passes that can change this answer; empty where none is ahead
 */
public record EffectivePermissions(
        PermissionSet workspace, SortedMap<String, PermissionSet> projects, Optional<Instant> validUntil) {

    /** Nothing anywhere, for ever. */
    public static final EffectivePermissions NONE =
            new EffectivePermissions(PermissionSet.EMPTY, Collections.emptySortedMap(), Optional.empty());

    public EffectivePermissions {
        Objects.requireNonNull(workspace, "workspace");
        projects = Collections.unmodifiableSortedMap(projects);
        Objects.requireNonNull(validUntil, "validUntil");
    }

    /** What the teammate may do in this project: nothing where they can't open it or it doesn't exist. */
    public PermissionSet in(String project) {
        return projects.getOrDefault(project, PermissionSet.EMPTY);
    }
}
