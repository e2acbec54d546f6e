// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.time.Instant;
import java.util.Set;

/**
 * A second opinion: the rules once more, one permission, one place and one moment at a time, over sets of texts and with
 * nothing of the engine in it. Slow, and short enough to be compared with the rules by eye. It notes on the way what it
 * came across, so that a test can tell whether it tested anything.
 */
public final class NaiveEvaluator {

    public enum Happening {
        PERMITTED,
        DENIED,
        MASKED,
        EXPIRED,
        ROLE_FOLLOWED,
        SUSPENDED,
        ARCHIVED,
        CLOSED_WITHOUT_GRANT,
        OPENED_BY_GRANT,
        OPENED_BY_MANAGER,
        ACCOUNT_KEY_IN_PROJECT,
    }

    private final World world;
    private final boolean planCounts;
    private final Set<Happening> seen;

    public NaiveEvaluator(World world, boolean planCounts, Set<Happening> seen) {
        this.world = world;
        this.planCounts = planCounts;
        this.seen = seen;
    }

    public boolean mayInWorkspace(String key, Instant moment) {
        if (isSuspended()) {
            return false;
        }
        boolean given = role(moment).contains(key) || isOverridden(false, key, null, moment);
        return given && !isDenied(isOverridden(true, key, null, moment)) && !isMasked(key);
    }

    public boolean mayInProject(String key, String project, Instant moment) {
        if (!opens(project, moment)) {
            return false;
        }
        boolean given = isOverridden(false, key, null, moment) || isOverridden(false, key, project, moment);
        boolean roleCounts = world.projects().get(project).open() || managesProjects(moment);
        for (World.Access grant : world.accesses()) {
            if (grant.project().equals(project) && !isOver(grant.until(), moment)) {
                if (grant.role() == null) {
                    roleCounts = true;
                } else if (grant.role().contains(key)) {
                    given = true;
                }
            }
        }
        if (roleCounts && role(moment).contains(key)) {
            given = true;
        }
        if (given && world.catalogue().get(key).account()) {
            seen.add(Happening.ACCOUNT_KEY_IN_PROJECT);
            return false;
        }
        boolean denied = isOverridden(true, key, null, moment) || isOverridden(true, key, project, moment);
        return given && !isDenied(denied) && !isMasked(key);
    }

    public boolean opens(String project, Instant moment) {
        World.State state = world.projects().get(project);
        if (state == null || isSuspended()) {
            return false;
        }
        if (state.archived()) {
            seen.add(Happening.ARCHIVED);
            return false;
        }
        if (state.open()) {
            return true;
        }
        for (World.Access grant : world.accesses()) {
            if (grant.project().equals(project) && !isOver(grant.until(), moment)) {
                seen.add(Happening.OPENED_BY_GRANT);
                return true;
            }
        }
        if (managesProjects(moment)) {
            seen.add(Happening.OPENED_BY_MANAGER);
            return true;
        }
        seen.add(Happening.CLOSED_WITHOUT_GRANT);
        return false;
    }

    private boolean managesProjects(Instant moment) {
        return world.catalogue().containsKey("projects.manage") && mayInWorkspace("projects.manage", moment);
    }

    private Set<String> role(Instant moment) {
        if (isOver(world.roleUntil(), moment)) {
            seen.add(Happening.ROLE_FOLLOWED);
            return world.successor();
        }
        return world.role();
    }

    private boolean isOverridden(boolean denial, String key, String project, Instant moment) {
        for (World.Exemption override : world.exemptions()) {
            boolean samePlace = project == null ? override.project() == null : project.equals(override.project());
            if (samePlace
                    && override.denial() == denial
                    && override.key().equals(key)
                    && !isOver(override.until(), moment)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOver(Instant until, Instant moment) {
        if (until == null || until.isAfter(moment)) {
            return false;
        }
        seen.add(Happening.EXPIRED);
        return true;
    }

    private boolean isDenied(boolean denied) {
        if (denied) {
            seen.add(Happening.DENIED);
        }
        return denied;
    }

    private boolean isMasked(String key) {
        String entitlement = world.catalogue().get(key).entitlement();
        boolean masked = planCounts && entitlement != null && !world.plan().contains(entitlement);
        seen.add(masked ? Happening.MASKED : Happening.PERMITTED);
        return masked;
    }

    private boolean isSuspended() {
        if (!world.active()) {
            seen.add(Happening.SUSPENDED);
        }
        return !world.active();
    }
}
