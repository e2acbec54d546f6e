// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads one claim, whole or not at all. */
final class ClaimReader {

    private static final String AS_IN_WORKSPACE = "=";

    private final Fields claim;
    private final PermissionCatalogue catalogue;

    ClaimReader(Map<String, ?> claim, PermissionCatalogue catalogue) {
        this.claim = new Fields("", claim, MalformedClaimException::new);
        this.catalogue = catalogue;
    }

    WorkspaceClaim read() {
        Optional<String> id = Optional.of(claim.text("id"));
        if (claim.isOnly("id")) {
            return new WorkspaceClaim(id, Optional.empty(), false, ProjectAccess.ASK, Map.of());
        }
        Optional<WorkspaceClaim.Details> details = Optional.of(details());
        boolean newer = details.get().catalogue() > catalogue.number();
        boolean cut = claim.flag("ref");
        boolean list = claim.has("perms");
        boolean bits = claim.has("bits");
        if (list && bits) {
            throw claim.refused("bits", "there is perms already, and a claim has one form");
        }
        if (!list && !bits) {
            if (claim.has("projects")) {
                throw claim.refused("projects", "expected beside perms or bits only");
            }
            return new WorkspaceClaim(id, details, newer, ProjectAccess.ASK, Map.of());
        }
        BitSet workspace = list ? catalogue.bits(claim.texts("perms")) : bits("bits", claim.value("bits"));
        return new WorkspaceClaim(
                id, details, newer, known(workspace), projects(workspace, cut, list ? this::listed : this::bits));
    }

    private WorkspaceClaim.Details details() {
        return new WorkspaceClaim.Details(
                claim.text("alias"),
                claim.text("role"),
                claim.text("env"),
                (int) claim.number("cat", 1, Integer.MAX_VALUE),
                epoch());
    }

    private Epoch epoch() {
        List<Long> counters = claim.numbers("epoch");
        if (counters.size() != 2) {
            throw claim.refused("epoch", "two numbers expected, not " + counters.size());
        }
        return new Epoch(counters.get(0), counters.get(1));
    }

    private Map<String, ProjectAccess> projects(
            BitSet workspace, boolean cut, BiFunction<String, Object, BitSet> form) {
        if (cut && !claim.has("projects")) {
            return Map.of();
        }
        ProjectAccess usual = known(catalogue.inProjects(workspace));
        Map<String, ProjectAccess> projects = new LinkedHashMap<>();
        claim.object("projects")
                .forEach((project, value) -> projects.put(
                        project,
                        AS_IN_WORKSPACE.equals(value)
                                ? usual
                                : known(catalogue.inProjects(form.apply("projects." + project, value)))));
        // A cut claim answers for no project, whatever is left of them in it.
        return cut ? Map.of() : Collections.unmodifiableMap(projects);
    }

    private BitSet listed(String place, Object value) {
        return catalogue.bits(claim.asTexts(place, value));
    }

    private BitSet bits(String place, Object value) {
        String text = claim.asString(place, value);
        try {
            return BitString.read(text);
        } catch (IllegalArgumentException notWritten) {
            throw claim.refused(place, notWritten.getMessage());
        }
    }

    private ProjectAccess known(BitSet bits) {
        return ProjectAccess.known(catalogue.keys(bits));
    }
}
