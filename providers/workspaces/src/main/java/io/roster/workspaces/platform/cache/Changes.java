// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform.cache;

import java.util.Collection;

/**
 * The topics that one transaction changes. When it commits, and not before, they are said to have changed, on this node
 * and the others; when it rolls back they are forgotten.
 */
public interface Changes {

    void add(Collection<String> topics);

    /** Whether there are some that aren't committed yet. */
    boolean isPending();
}
