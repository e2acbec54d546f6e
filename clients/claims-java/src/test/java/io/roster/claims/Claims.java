// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small catalogue, and claims as a JWT library hands them over, to take something away from or add something to. */
final class Claims {

    static final PermissionCatalogue CATALOGUE = PermissionCatalogue.numbered(3)
            .project(0, "charts.run")
            .project(1, "charts.export")
            .account(2, "teammates.invite")
            .project(9, "snapshots.access")
            .account(10, "billing.manage")
            .build();

    private Claims() {}

    static Map<String, Object> role() {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("id", "5b0c");
        claim.put("alias", "acme");
        claim.put("role", "analyst");
        claim.put("env", "main/production");
        claim.put("cat", 3);
        claim.put("epoch", List.of(7, 3));
        return claim;
    }

    /** Bits 0, 1, 2 and 10 in the workspace; the same in main as far as it counts there; bit 0 in web; none in lab. */
    static Map<String, Object> list() {
        Map<String, Object> claim = role();
        claim.put("perms", List.of("charts.run", "charts.export", "teammates.invite", "billing.manage"));
        claim.put("projects", Map.of("main", "=", "web", List.of("charts.run"), "lab", List.of()));
        return claim;
    }

    /** The same in bits. */
    static Map<String, Object> bits() {
        Map<String, Object> claim = role();
        claim.put("bits", "BwQ");
        claim.put("projects", Map.of("main", "=", "web", "AQ", "lab", ""));
        return claim;
    }

    static WorkspaceClaim read(Map<String, ?> claim) {
        return WorkspaceClaim.of(claim, CATALOGUE);
    }

    static Map<String, Object> with(Map<String, Object> claim, String field, Object value) {
        claim.put(field, value);
        return claim;
    }

    static Map<String, Object> without(Map<String, Object> claim, String field) {
        claim.remove(field);
        return claim;
    }
}
