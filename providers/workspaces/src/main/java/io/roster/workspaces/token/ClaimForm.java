// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.token;

import io.roster.access.Catalogue;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.platform.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a claim writes permissions. */
public enum ClaimForm {
    /** Keys, for people and for apps that read without a catalogue. */
    LIST("list") {
        @Override
        void write(Map<String, Object> claim, Standing standing) {
            claim.put("perms", keys(standing, standing.effective().workspace()));
            claim.put("projects", projects(standing));
        }

        @Override
        Object set(Standing standing, PermissionSet permissions) {
            return keys(standing, permissions);
        }
    },
    /** The bits of the catalogue, for small tokens. */
    BITS("bits") {
        @Override
        void write(Map<String, Object> claim, Standing standing) {
            claim.put("bits", standing.effective().workspace().encode());
            claim.put("projects", projects(standing));
        }

        @Override
        Object set(Standing standing, PermissionSet permissions) {
            return permissions.encode();
        }
    },
    /** The role alone: who wants permissions asks for them. */
    ROLE("role") {
        @Override
        void write(Map<String, Object> claim, Standing standing) {
            // nothing but what every form has
        }

        @Override
        Object set(Standing standing, PermissionSet permissions) {
            throw new UnsupportedOperationException("the role form has no permissions");
        }
    };

    private static final String AS_IN_WORKSPACE = "=";

    private final String key;

    ClaimForm(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** The form of this name; a name that isn't one gives the form with the fewest rights in it. */
    public static ClaimForm of(String key) {
        for (ClaimForm form : values()) {
            if (form.key.equals(key)) {
                return form;
            }
        }
        return key == null ? LIST : ROLE;
    }

    /** What a token has that tells of a workspace and leaves the rest to be asked for. */
    public static Map<String, Object> reference(Standing standing) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("id", standing.workspace().value());
        return claim;
    }

    /**
     * The value of the claim. What doesn't fit into the budget is left out whole, the projects first, and {@code ref}
     * says that something is missing: whoever reads it has nothing of that until they have asked.
     *
     * @param budget how many bytes the claim may have as JSON
     */
    public Map<String, Object> claim(Standing standing, int budget) {
        Map<String, Object> claim = whole(standing);
        for (List<String> least : List.of(List.of("projects"), List.of("perms", "bits"))) {
            if (Json.bytes(claim).length > budget && claim.keySet().removeAll(least)) {
                claim.put("ref", true);
            }
        }
        return claim;
    }

    private Map<String, Object> whole(Standing standing) {
        Map<String, Object> claim = reference(standing);
        claim.put("alias", standing.alias());
        claim.put("role", standing.role());
        claim.put("env", standing.startsIn().toString());
        claim.put("cat", standing.catalogue().number());
        claim.put(
                "epoch",
                List.of(standing.counters().workspace(), standing.counters().teammate()));
        write(claim, standing);
        return claim;
    }

    abstract void write(Map<String, Object> claim, Standing standing);

    abstract Object set(Standing standing, PermissionSet permissions);

    /** Projects that give what the workspace gives, as far as it counts in projects, are written as one sign. */
    Map<String, Object> projects(Standing standing) {
        Catalogue catalogue = standing.catalogue().permissions();
        PermissionSet usual = standing.effective().workspace().and(catalogue.projectScoped());
        Map<String, Object> projects = new LinkedHashMap<>();
        standing.effective()
                .projects()
                .forEach((project, permissions) -> projects.put(
                        project, permissions.equals(usual) ? AS_IN_WORKSPACE : set(standing, permissions)));
        return projects;
    }

    static List<String> keys(Standing standing, PermissionSet permissions) {
        return standing.catalogue().permissions().keys(permissions).stream()
                .map(PermissionKey::value)
                .toList();
    }
}
