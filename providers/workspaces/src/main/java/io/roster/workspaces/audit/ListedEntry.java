// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

import java.util.Map;
import java.util.Optional;

/**
 * An entry as a caller may see it. What is empty isn't known, isn't there any more, or isn't theirs to see.
 *
 * @param actorName name of the person or administrator who did it
 * @param actorRealm id of the realm of an administrator of another one
 * @param subjectName present name of the teammate or role
 */
public record ListedEntry(
        Recorded recorded,
        Optional<String> actorName,
        Optional<String> actorRealm,
        Optional<String> subjectName,
        Optional<Map<String, Object>> before,
        Optional<Map<String, Object>> after,
        Optional<String> client,
        Optional<String> address) {}
