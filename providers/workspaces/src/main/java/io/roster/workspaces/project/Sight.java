// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import java.util.Set;

/**
 * Which projects somebody sees.
 *
 * @param all whether it is all of them, archived ones too
 * @param keys otherwise those that they can open
 */
record Sight(boolean all, Set<String> keys) {

    static final Sight OF_ALL = new Sight(true, Set.of());

    boolean sees(String key) {
        return all || keys.contains(key);
    }
}
