// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import io.roster.access.Keys;
import io.roster.access.Project;
import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Guard;
import io.roster.workspaces.access.Standing;
import io.roster.workspaces.access.Start;
import io.roster.workspaces.member.KnownProjects;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.role.RoleName;
import io.roster.workspaces.setting.Settings;
import io.roster.workspaces.workspace.KnownWorkspaces;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The projects of workspaces and their environments. Every teammate sees those that they can open; whoever has
 * {@code projects.manage}, and a realm administrator who may view the organization, sees all, archived ones too. Changing
 * them needs {@code projects.manage}, or managing the organization. What somebody doesn't see is answered like what
 * doesn't exist.
 */
public final class Projects implements KnownProjects {

    /** How many environments a project has at most, archived ones included: they all come with it. */
    static final int MOST_ENVIRONMENTS = 50;

    private final ProjectStore store;
    private final WorkspaceStore workspaces;
    private final EffectiveAccess access;
    private final Settings settings;
    private final Guard guard;
    private final Events events;

    public Projects(
            ProjectStore store,
            WorkspaceStore workspaces,
            Settings settings,
            EffectiveAccess access,
            Guard guard,
            Events events) {
        this.store = store;
        this.workspaces = workspaces;
        this.settings = settings;
        this.access = access;
        this.guard = guard;
        this.events = events;
    }

    /**
     * The projects that the caller sees: {@code main} first, then by key.
     *
     * @throws Problem {@code not-found} for an outsider, {@code forbidden} for a service account
     */
    public Page<WorkspaceProject> list(Caller caller, Workspace workspace, PageRequest request) {
        Sight sight = sight(caller, workspace);
        Optional<String> after = request.after().map(cursor -> cursor.values().get(0));
        List<WorkspaceProject> rows = new ArrayList<>();
        if (after.isEmpty()) {
            rows.add(main(workspace));
        }
        Optional<String> from = after.filter(key -> !key.equals(Project.MAIN));
        int wanted = request.max() + 1 - rows.size();
        rows.addAll(
                sight.all()
                        ? store.page(workspace.id(), wanted, from)
                        : store.find(
                                workspace.id(),
                                sight.keys().stream()
                                        .filter(key -> !key.equals(Project.MAIN))
                                        .filter(key -> from.isEmpty() || key.compareTo(from.get()) > 0)
                                        .sorted()
                                        .limit(wanted)
                                        .toList()));
        return Page.cut(rows, request.max(), last -> Cursor.of(last.key()));
    }

    /**
     * One project.
     *
     * @throws Problem {@code not-found}, also for one that the caller can't open
     */
    public WorkspaceProject get(Caller caller, Workspace workspace, String key) {
        Sight sight = sight(caller, workspace);
        return find(workspace, key).filter(project -> sight.sees(key)).orElseThrow(Projects::unknown);
    }

    /**
     * Makes a project: closed, with no grant, and with the environments that new projects have.
     *
     * @throws Problem {@code validation}; {@code duplicate} for a key that a project has or had
     */
    public WorkspaceProject create(Caller caller, Workspace workspace, String key, String name) {
        requireKey("key", key);
        String checked = name(name);
        guard.requireForChange(caller, workspace, Keys.PROJECTS_MANAGE);
        if (find(workspace, key).isPresent()) {
            throw Problem.of(
                            ProblemCode.DUPLICATE,
                            "This workspace has a project '" + key
                                    + "', perhaps an archived one: a key is never used again, choose another one.")
                    .with("existing", key);
        }
        WorkspaceProject project =
                new WorkspaceProject(key, checked, false, false, workspaces.advance(workspace.id()), usual(workspace));
        store.insert(workspace, project);
        events.publish(caller, new ProjectChanged(workspace, Optional.empty(), project));
        return project;
    }

    /**
     * Renames a project, opens or closes it. Opening gives nobody a permission that they don't have in the workspace, so
     * there is no ceiling.
     *
     * @throws Problem {@code not-found}, {@code stale}; {@code validation}, also for closing {@code main}
     */
    public WorkspaceProject edit(Caller caller, Workspace workspace, String key, ProjectEdit edit, Expected expected) {
        String name = name(edit.name());
        WorkspaceProject before = forChange(caller, workspace, key, expected);
        boolean open = edit.open().orElse(before.open());
        if (before.isMain() && !open) {
            throw Problem.validation("open", "can't be false for main, which is always open: close another project");
        }
        WorkspaceProject renamed = before.named(name);
        WorkspaceProject after = renamed.opened(open);
        if (after.equals(before)) {
            return before;
        }
        WorkspaceProject saved = save(workspace, after);
        if (!renamed.equals(before)) {
            events.publish(caller, new ProjectChanged(workspace, Optional.of(before), renamed));
        }
        if (!after.equals(renamed)) {
            events.publish(caller, new ProjectChanged(workspace, Optional.of(renamed), after));
        }
        return saved;
    }

    /**
     * Archives a project: nobody has anything in it any more, and its grants stay. Says nothing if it is so already.
     *
     * @throws Problem {@code not-found}, {@code stale}; {@code validation} for {@code main}
     */
    public WorkspaceProject archive(Caller caller, Workspace workspace, String key, Expected expected) {
        WorkspaceProject before = forChange(caller, workspace, key, expected);
        if (before.isMain()) {
            throw Problem.validation("project", "is main, which can't be archived");
        }
        return archived(caller, workspace, before, true);
    }

    /**
     * Makes an archived project what it was, with all its grants. So it is a gift of what they carry.
     *
     * @throws Problem {@code not-found}, {@code stale}, {@code ceiling}
     */
    public WorkspaceProject restore(Caller caller, Workspace workspace, String key, Expected expected) {
        WorkspaceProject before = forChange(caller, workspace, key, expected);
        if (before.archived()) {
            guard.requireMayRestore(caller, workspace, key);
        }
        return archived(caller, workspace, before, false);
    }

    /**
     * Makes an environment, renames it, or restores an archived one under this name.
     *
     * @throws Problem {@code not-found}, {@code stale}; {@code validation}, also for one too many
     */
    public WorkspaceProject nameEnvironment(
            Caller caller, Workspace workspace, String key, String environment, String name, Expected expected) {
        requireKey("environment", environment);
        String checked = name(name);
        WorkspaceProject project = forChange(caller, workspace, key, expected);
        Optional<Environment> before = project.environment(environment);
        if (before.isEmpty() && project.environments().size() >= MOST_ENVIRONMENTS) {
            throw Problem.validation(
                    "environment",
                    "would be one too many: a project has at most " + MOST_ENVIRONMENTS
                            + ", archived ones included, and a PUT on an archived one restores it");
        }
        return environment(caller, workspace, project, before, new Environment(environment, checked, false));
    }

    /**
     * Archives an environment. Its key stays what it is: naming it again restores it.
     *
     * @throws Problem {@code not-found}, {@code stale}; {@code validation} for {@code production}
     */
    public WorkspaceProject archiveEnvironment(
            Caller caller, Workspace workspace, String key, String environment, Expected expected) {
        WorkspaceProject project = forChange(caller, workspace, key, expected);
        Environment before = project.environment(environment)
                .orElseThrow(() -> Problem.notFound("environment: {environment} is a key that the project gives"));
        if (environment.equals(Start.PRODUCTION)) {
            throw Problem.validation("environment", "is production, which can't be archived");
        }
        return environment(caller, workspace, project, Optional.of(before), before.archived(true));
    }

    /** The project, archived or not, for features that have asked whether the caller may. */
    Optional<WorkspaceProject> find(Workspace workspace, String key) {
        Optional<WorkspaceProject> known =
                Optional.of(key).filter(Ids::isPlausible).flatMap(id -> store.find(workspace.id(), id));
        return known.isEmpty() && key.equals(Project.MAIN)
                ? Optional.of(WorkspaceProject.unchangedMain(usual(workspace)))
                : known;
    }

    private List<Environment> usual(Workspace workspace) {
        return Environment.of(settings.of(workspace).environments());
    }

    @Override
    public boolean has(Workspace workspace, String project) {
        return find(workspace, project).isPresent();
    }

    @Override
    public boolean has(Workspace workspace, String project, String environment) {
        return find(workspace, project)
                .flatMap(found -> found.environment(environment))
                .filter(found -> !found.archived())
                .isPresent();
    }

    static Problem unknown() {
        return Problem.notFound("project: {project} is a key that the list of projects gives");
    }

    private Sight sight(Caller caller, Workspace workspace) {
        guard.requireInside(caller, workspace);
        if (caller instanceof Caller.Administrator || caller instanceof Caller.Server) {
            return Sight.OF_ALL;
        }
        UserId user = guard.requirePerson(caller);
        Standing standing = access.in(workspace.realm(), workspace.id(), user).orElseThrow(KnownWorkspaces::unknown);
        boolean manages =
                standing.catalogue().permissions().has(standing.effective().workspace(), Keys.PROJECTS_MANAGE);
        return manages
                ? Sight.OF_ALL
                : new Sight(false, standing.effective().projects().keySet());
    }

    private WorkspaceProject forChange(Caller caller, Workspace workspace, String key, Expected expected) {
        guard.requireForChange(caller, workspace, Keys.PROJECTS_MANAGE);
        WorkspaceProject project = find(workspace, key).orElseThrow(Projects::unknown);
        expected.require(Long.toString(project.version()));
        return project;
    }

    private WorkspaceProject archived(Caller caller, Workspace workspace, WorkspaceProject before, boolean archived) {
        if (before.archived() == archived) {
            return before;
        }
        WorkspaceProject after = save(workspace, before.archived(archived));
        events.publish(caller, new ProjectChanged(workspace, Optional.of(before), after));
        return after;
    }

    private WorkspaceProject environment(
            Caller caller,
            Workspace workspace,
            WorkspaceProject project,
            Optional<Environment> before,
            Environment after) {
        if (before.equals(Optional.of(after))) {
            return project;
        }
        WorkspaceProject saved = save(workspace, project.with(after));
        events.publish(caller, new EnvironmentChanged(workspace, project.key(), before, after));
        return saved;
    }

    private WorkspaceProject save(Workspace workspace, WorkspaceProject project) {
        WorkspaceProject saved = project.at(workspaces.advance(workspace.id()));
        if (project.version() == 0) {
            store.insert(workspace, saved);
        } else {
            store.update(workspace, saved);
        }
        return saved;
    }

    private WorkspaceProject main(Workspace workspace) {
        return find(workspace, Project.MAIN).orElseThrow();
    }

    /** The same rules as for roles, but two projects may have the same name: their keys tell them apart. */
    private static String name(String text) {
        return RoleName.of(text).text();
    }

    private static void requireKey(String field, String key) {
        if (key == null || !Start.KEY.matcher(key).matches()) {
            throw Problem.validation(
                    field,
                    "is no key: send 1 to 63 lower-case letters, digits and '-', not beginning with '-',"
                            + " for example web-shop");
        }
    }
}
