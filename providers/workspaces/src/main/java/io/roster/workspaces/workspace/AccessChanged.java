// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.workspace;

import io.roster.workspaces.platform.Event;
import java.util.List;

/** Something has happened after which somebody may have another access than before. */
public interface AccessChanged extends Event {

    /** Whose access may be another one now. */
    List<Reach> reach();
}
