// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A teammate's overrides and grants of a moment, sorted by the place where they count. */
final class Places {

    private static final Places UNTOUCHED = new Places(Place.UNTOUCHED, Map.of());

    private final Place workspace;
    private final Map<String, Place> projects;

    private Places(Place workspace, Map<String, Place> projects) {
        this.workspace = workspace;
        this.projects = projects;
    }

    static Places of(Catalogue catalogue, Holder holder, Instant now) {
        // Most teammates have neither: nothing is made for them.
        if (holder.overrides().isEmpty() && holder.grants().isEmpty()) {
            return UNTOUCHED;
        }
        Places places = new Places(new Place(), new HashMap<>());
        for (PermissionOverride override : holder.overrides()) {
            if (Moments.isAhead(override.until(), now) && counts(catalogue, override)) {
                places.at(override).add(override);
            }
        }
        for (Grant grant : holder.grants()) {
            if (Moments.isAhead(grant.until(), now)) {
                places.made(grant.project()).add(grant);
            }
        }
        return places;
    }

    Place workspace() {
        return workspace;
    }

    Place in(String project) {
        return projects.getOrDefault(project, Place.UNTOUCHED);
    }

    /** A permission about the account can be overridden in the workspace alone. */
    private static boolean counts(Catalogue catalogue, PermissionOverride override) {
        PermissionSet overridable = override.project().isPresent() ? catalogue.projectScoped() : catalogue.all();
        return overridable.has(override.bit());
    }

    private Place at(PermissionOverride override) {
        return override.project().isPresent() ? made(override.project().get()) : workspace;
    }

    private Place made(String project) {
        return projects.computeIfAbsent(project, key -> new Place());
    }
}
