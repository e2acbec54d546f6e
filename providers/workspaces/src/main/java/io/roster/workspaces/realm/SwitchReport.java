// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm;

import java.util.ArrayList;
import java.util.List;

/**
 * What switching on did.
 *
 * @param made what wasn't there before, in words
 * @param found what was there already and stays as it is
 * @param teammates how many members became teammates
 */
public record SwitchReport(boolean enabled, List<String> made, List<String> found, int teammates) {

    /** Collects a report. */
    public static final class Builder {

        private final List<String> made = new ArrayList<>();
        private final List<String> found = new ArrayList<>();

        public void add(String what, boolean isMade) {
            (isMade ? made : found).add(what);
        }

        SwitchReport build(int teammates) {
            return new SwitchReport(true, List.copyOf(made), List.copyOf(found), teammates);
        }
    }
}
