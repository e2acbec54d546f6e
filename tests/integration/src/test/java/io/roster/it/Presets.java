// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import java.util.List;

/** What the presets of the default pack give, in bit order: written out here, so that a slip in the data shows. */
final class Presets {

    static final List<String> KEYS = List.of("read-only", "consumer", "analyst", "architect", "admin");

    static final List<String> READ_ONLY = List.of(
            "charts.run", "charts.export", "emailed-charts.receive", "personal-charts.manage", "session-replays.view");

    static final List<String> ANALYST = List.of(
            "charts.run",
            "charts.export",
            "emailed-charts.receive",
            "personal-charts.manage",
            "session-replays.view",
            "teammates.invite",
            "shared-charts.manage",
            "personal-definitions.manage",
            "definition-verification.request",
            "shared-definitions.manage",
            "categorization.manage");

    private Presets() {}

    /** The analyst's permissions without one of them. */
    static List<String> analystWithout(String permission) {
        return ANALYST.stream().filter(key -> !key.equals(permission)).toList();
    }
}
