// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.plan;

import io.roster.access.Permission;
import io.roster.workspaces.access.Entitlements;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.Text;
import io.roster.workspaces.workspace.KnownWorkspaces;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The plans of a realm, and which workspace has which. Looking at plans needs to view the realm; changing them, and giving
 * one to a workspace, needs {@code manage-realm}. Whoever is inside a workspace sees what its plan unlocks. A change of
 * plans holds the realm's row; giving one holds the workspace's row first, as everything does that needs both.
 */
public final class Plans {

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1," + Plan.LONGEST_KEY + "}");

    /** What the column holds, with a space between two names. */
    private static final int LONGEST_ENTITLEMENTS = 2000;

    private final PlanStore store;
    private final WorkspaceStore workspaces;
    private final Catalogues catalogues;
    private final Guard guard;
    private final Events events;

    public Plans(PlanStore store, WorkspaceStore workspaces, Catalogues catalogues, Guard guard, Events events) {
        this.store = store;
        this.workspaces = workspaces;
        this.catalogues = catalogues;
        this.guard = guard;
        this.events = events;
    }

    /** What a plan shall be. */
    public record Wanted(String name, List<String> entitlements) {}

    /** A plan that was saved, and whether there was none of this key before. */
    public record Saved(OfferedPlan plan, boolean isNew) {}

    /** The plan that unlocks everything on top of the first page, then the realm's own by key. */
    public Page<OfferedPlan> list(Caller caller, RealmId realm, PageRequest request) {
        guard.requireViewsRealm(caller);
        String usual = usual(realm);
        Page<Plan> page = Page.cut(
                store.page(
                        realm,
                        request.max() + 1,
                        request.after().map(cursor -> cursor.values().get(0))),
                request.max(),
                last -> Cursor.of(last.key()));
        List<OfferedPlan> plans = new ArrayList<>();
        if (request.after().isEmpty()) {
            plans.add(offered(everything(realm), usual));
        }
        page.items().forEach(plan -> plans.add(offered(plan, usual)));
        return new Page<>(plans, page.next());
    }

    /**
     * One plan.
     *
     * @throws Problem {@code not-found}
     */
    public OfferedPlan get(Caller caller, RealmId realm, String key) {
        guard.requireViewsRealm(caller);
        return offered(named(realm, key), usual(realm));
    }

    /**
     * Makes a plan, or makes it what is wanted. What it lacks now is masked in every workspace that has it, at once, and
     * comes back with the plan that has it again.
     *
     * @throws Problem {@code validation}, also for an entitlement that there isn't, and for the plan that unlocks
     *     everything; {@code stale}
     */
    public Saved save(Caller caller, RealmId realm, String key, Wanted wanted, Expected expected) {
        hold(caller, realm);
        requireOwn(key);
        if (!KEY.matcher(key).matches()) {
            throw Problem.validation("plan", "has a key of 1 to 36 of a to z, 0 to 9 and -");
        }
        String name = Text.line("name", wanted.name(), Plan.LONGEST_NAME);
        Entitlements entitlements = entitlements(realm, wanted.entitlements());
        Optional<Plan> before = store.find(realm, key);
        String usual = usual(realm);
        expected.require(before.map(plan -> offered(plan, usual).version()).orElse(""));
        if (before.filter(
                        plan -> plan.name().equals(name) && plan.entitlements().equals(entitlements))
                .isPresent()) {
            return new Saved(offered(before.get(), usual), false);
        }
        Plan plan = new Plan(key, name, entitlements, store.advance(realm));
        store.save(realm, plan);
        events.publish(caller, new PlanChanged(realm, before, Optional.of(plan)));
        return new Saved(offered(plan, usual), before.isEmpty());
    }

    /**
     * Deletes a plan that no workspace has.
     *
     * @throws Problem {@code not-found}, {@code stale}; {@code validation} for the plan that unlocks everything;
     *     {@code in-use} with {@code usedBy} while it is the realm's default or a workspace was given it
     */
    public void delete(Caller caller, RealmId realm, String key, Expected expected) {
        hold(caller, realm);
        requireOwn(key);
        Plan plan = named(realm, key);
        String usual = usual(realm);
        expected.require(offered(plan, usual).version());
        List<PlanStore.Users> users = new ArrayList<>();
        if (key.equals(usual)) {
            users.add(new PlanStore.Users("realm", 1, List.of(realm.value())));
        }
        Optional.of(store.users(realm, key)).filter(found -> found.count() > 0).ifPresent(users::add);
        if (!users.isEmpty()) {
            throw Problem.of(
                            ProblemCode.IN_USE,
                            "A workspace has this plan, or the realm gives it by default: give them another one first.")
                    .with("usedBy", users);
        }
        store.delete(realm, key);
        store.advance(realm);
        events.publish(caller, new PlanChanged(realm, Optional.of(plan), Optional.empty()));
    }

    /**
     * Makes a plan the one of all workspaces that were given none, those to come included.
     *
     * @throws Problem {@code not-found}
     */
    public OfferedPlan makeDefault(Caller caller, RealmId realm, String key) {
        hold(caller, realm);
        Plan plan = named(realm, key);
        String before = usual(realm);
        if (!key.equals(before)) {
            store.makeUsual(realm, Optional.of(key).filter(usual -> !usual.equals(Plan.EVERYTHING)));
            store.advance(realm);
            events.publish(caller, new DefaultPlanChanged(realm, before, key));
        }
        return offered(plan, key);
    }

    /** The plan of a workspace, for whoever is inside. */
    public WorkspacePlan of(Caller caller, Workspace workspace) {
        guard.requireInside(caller, workspace);
        return of(workspace);
    }

    /**
     * Gives a workspace a plan, or, with an empty key, the realm's default. It counts from the next token on.
     *
     * @throws Problem {@code validation} for a key that no plan of the realm has; {@code stale}; {@code not-found} if the
     *     workspace went meanwhile
     */
    public WorkspacePlan assign(Caller caller, Workspace workspace, Optional<String> key, Expected expected) {
        guard.requireManagesRealm(caller);
        guard.requireReadsCommitted();
        workspaces.lock(workspace.realm(), workspace.id());
        if (!workspaces.exists(workspace.id())) {
            throw KnownWorkspaces.unknown();
        }
        // the realm's row too: nobody deletes the plan meanwhile
        hold(caller, workspace.realm());
        WorkspacePlan before = of(workspace);
        expected.require(before.version());
        key.filter(wanted -> find(workspace.realm(), wanted).isEmpty()).ifPresent(unknown -> {
            throw Problem.validation(
                    "plan", "'" + unknown + "' is the key of no plan of this realm: the list of plans has them");
        });
        if (!key.equals(Optional.of(before.plan().key()).filter(present -> before.own()))) {
            store.assign(workspace.id(), key);
            workspaces.advance(workspace.id());
            events.publish(caller, new WorkspacePlanChanged(workspace, before, of(workspace)));
        }
        return of(workspace);
    }

    /**
     * The workspace's plan has this. It is asked of everybody, administrators too, but of Roster itself, which carries
     * out what an import describes.
     *
     * @throws Problem {@code plan-required}, with the plan's name and whom to ask
     */
    public void require(Caller caller, Workspace workspace, String entitlement) {
        if (caller instanceof Caller.Server) {
            return;
        }
        WorkspacePlan present = of(workspace);
        if (!present.plan().has(entitlement)) {
            throw Problem.of(
                            ProblemCode.PLAN_REQUIRED,
                            "This needs a plan with " + entitlement + "; this workspace has the plan '"
                                    + present.plan().name() + "'. Whoever runs this service can give it another one.")
                    .with("plan", present.plan().name())
                    .with("contact", present.contact());
        }
    }

    private WorkspacePlan of(Workspace workspace) {
        PlanStore.Assigned assigned = store.assigned(workspace.realm(), workspace.id());
        Plan plan = assigned.own()
                .or(assigned::usual)
                .filter(key -> !key.equals(Plan.EVERYTHING))
                .map(key -> assigned.plan().orElseGet(() -> Plan.missing(key)))
                .orElseGet(() -> everything(workspace.realm()));
        return new WorkspacePlan(plan, assigned.own().isPresent(), assigned.contact());
    }

    private void hold(Caller caller, RealmId realm) {
        guard.requireManagesRealm(caller);
        guard.requireReadsCommitted();
        if (!catalogues.hold(realm)) {
            throw Catalogues.neverOn();
        }
    }

    private Entitlements entitlements(RealmId realm, Collection<String> names) {
        if (names == null || names.stream().anyMatch(Objects::isNull)) {
            throw Problem.validation("entitlements", "is missing or has a null in it: send a list of names");
        }
        Set<String> unknown = new TreeSet<>(names);
        Entitlements known = known(realm);
        unknown.removeAll(known.names());
        if (!unknown.isEmpty()) {
            throw Problem.validation(
                    "entitlements", "has names that don't exist: " + unknown + ". There are " + known.sorted());
        }
        Entitlements entitlements = Entitlements.of(names);
        if (entitlements.text().length() > LONGEST_ENTITLEMENTS) {
            throw Problem.validation(
                    "entitlements", "are more than fit: " + LONGEST_ENTITLEMENTS + " characters with spaces between");
        }
        return entitlements;
    }

    /** Those that features of Roster ask for, and those that the catalogue ties permissions to. */
    private Entitlements known(RealmId realm) {
        Set<String> names = new TreeSet<>(Entitlements.OF_ROSTER);
        catalogues.of(realm).permissions().permissions().stream()
                .map(Permission::entitlement)
                .flatMap(Optional::stream)
                .forEach(names::add);
        return new Entitlements(names);
    }

    private Plan everything(RealmId realm) {
        return Plan.everything(known(realm));
    }

    private String usual(RealmId realm) {
        return store.usual(realm).orElse(Plan.EVERYTHING);
    }

    private Plan named(RealmId realm, String key) {
        return find(realm, key)
                .orElseThrow(() -> Problem.notFound("plan: {plan} is the key that the list of plans gives"));
    }

    private Optional<Plan> find(RealmId realm, String key) {
        return key.equals(Plan.EVERYTHING)
                ? Optional.of(everything(realm))
                : Optional.of(key).filter(KEY.asMatchPredicate()).flatMap(known -> store.find(realm, known));
    }

    private static OfferedPlan offered(Plan plan, String usual) {
        return new OfferedPlan(plan, plan.key().equals(usual));
    }

    private static void requireOwn(String key) {
        if (key.equals(Plan.EVERYTHING)) {
            throw Problem.validation(
                    "plan", "is the one that has everything, which stays as it is: make one of your own");
        }
    }
}
