// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.util.Arrays;
import java.util.List;

/** The versions that a caller expects to change ({@code If-Match}, RFC 9110 section 13.1.1). */
public record Expected(List<String> tags) {

    private static final Expected ANY = new Expected(List.of());

    /** No expectation: the caller didn't say what it had read. */
    public static Expected any() {
        return ANY;
    }

    public static Expected of(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.trim().equals("*")) {
            return ANY;
        }
        List<String> tags =
                Arrays.stream(ifMatch.split(",", -1)).map(String::trim).toList();
        return new Expected(tags);
    }

    /**
     * Refuses a change of something that isn't as the caller read it.
     *
     * @throws Problem {@code stale}
     */
    public void require(String version) {
        // weak tags never match: If-Match compares strongly
        if (!tags.isEmpty() && !tags.contains('"' + version + '"')) {
            throw Problem.of(
                    ProblemCode.STALE,
                    "Read it again, look at what changed, and send the new ETag in If-Match, as it came: in quotes, and"
                            + " not a weak one.");
        }
    }
}
