// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.access;

import io.roster.access.Ceiling;
import io.roster.access.Gift;
import io.roster.access.Keys;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.KnownWorkspaces;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Decides whether a caller may look or change, from what the database says in this transaction and never from a cache.
 * Roster itself, which follows what Keycloak or a realm import has already decided, is never refused.
 */
public final class Guard {

    private final Standings standings;
    private final WorkspaceStore workspaces;
    private final BoundClients clients;
    private final StandingAdmins admins;

    public Guard(Standings standings, WorkspaceStore workspaces, BoundClients clients, StandingAdmins admins) {
        this.standings = standings;
        this.workspaces = workspaces;
        this.clients = clients;
        this.admins = admins;
    }

    /**
     * The caller may look into the workspace: an active teammate, a service account whose client is bound to it, or an
     * administrator who may view the organization.
     *
     * @throws Problem {@code not-found} for somebody of another workspace, who must not learn that it exists;
     *     {@code forbidden} for an administrator without the right
     */
    public void requireInside(Caller caller, Workspace workspace) {
        if (caller instanceof Caller.Administrator administrator) {
            if (!administrator.rights().viewsOrganization(workspace.id().value())) {
                throw Problem.of(ProblemCode.FORBIDDEN, "You may not view this organization in Keycloak.");
            }
        } else if (caller instanceof Caller.Person person) {
            standing(person, workspace);
        } else if (caller instanceof Caller.ServiceAccount account) {
            requireBound(account, workspace);
        } else {
            requireServer(caller);
        }
    }

    /**
     * The caller may do what this permission names: a teammate who has it, or an administrator who may manage the
     * organization. A service account has no permissions.
     *
     * @throws Problem {@code not-found} for an outsider, {@code forbidden} (for a teammate with {@code missing}) otherwise
     */
    public void require(Caller caller, Workspace workspace, PermissionKey permission) {
        if (caller instanceof Caller.Administrator administrator) {
            if (!administrator.rights().managesOrganization(workspace.id().value())) {
                throw Problem.of(ProblemCode.FORBIDDEN, "You may not manage this organization in Keycloak.");
            }
        } else if (caller instanceof Caller.Person person) {
            Standing standing = standing(person, workspace);
            if (!has(standing, standing.effective().workspace(), permission)) {
                throw Problem.lacking(
                        ProblemCode.FORBIDDEN, "This needs the permission " + permission + ".", List.of(permission));
            }
        } else if (caller instanceof Caller.ServiceAccount account) {
            requireBound(account, workspace);
            throw noPerson();
        } else {
            requireServer(caller);
        }
    }

    /**
     * The caller may look at what this permission is about: a teammate who has it, or an administrator who may view the
     * organization.
     *
     * @throws Problem as {@link #require}
     */
    public void requireLooks(Caller caller, Workspace workspace, PermissionKey permission) {
        if (caller instanceof Caller.Administrator) {
            requireInside(caller, workspace);
        } else {
            require(caller, workspace, permission);
        }
    }

    /**
     * As {@link #require} for a change: afterwards this transaction holds the workspace's row, and whoever lost the right while
     * it waited for the row is refused too, as is everybody if the workspace went.
     *
     * @throws Problem as {@link #require}; {@code not-found}; {@code not-ready} where the database connection isn't READ
     *     COMMITTED
     */
    public void requireForChange(Caller caller, Workspace workspace, PermissionKey permission) {
        require(caller, workspace, permission);
        requireReadsCommitted();
        workspaces.lock(workspace.realm(), workspace.id());
        if (!workspaces.exists(workspace.id())) {
            throw KnownWorkspaces.unknown();
        }
        require(caller, workspace, permission);
    }

    /**
     * What is read after a lock is what others committed before it: a change relies on that.
     *
     * @throws Problem {@code not-ready}
     */
    public void requireReadsCommitted() {
        if (!workspaces.readsCommitted()) {
            throw Problem.of(
                    ProblemCode.NOT_READY,
                    "The database connection is not READ COMMITTED, so two changes at once could undo each other:"
                            + " the operator sets the isolation, as Roster's guide says for MariaDB and MySQL.");
        }
    }

    /**
     * The caller may view the realm: an administrator with the right.
     *
     * @throws Problem {@code forbidden}
     */
    public void requireViewsRealm(Caller caller) {
        boolean views = caller instanceof Caller.Administrator administrator
                ? administrator.rights().viewsRealm()
                : caller instanceof Caller.Server;
        if (!views) {
            throw Problem.of(ProblemCode.FORBIDDEN, "This needs the realm role view-realm.");
        }
    }

    /**
     * The caller may manage the realm: an administrator with the right.
     *
     * @throws Problem {@code forbidden}
     */
    public void requireManagesRealm(Caller caller) {
        boolean manages = caller instanceof Caller.Administrator administrator
                ? administrator.rights().managesRealm()
                : caller instanceof Caller.Server;
        if (!manages) {
            throw Problem.of(ProblemCode.FORBIDDEN, "This needs the realm role manage-realm.");
        }
    }

    /**
     * The user who calls, for calls about oneself.
     *
     * @throws Problem {@code forbidden} for a service account, which is never a teammate
     */
    public UserId requirePerson(Caller caller) {
        if (caller instanceof Caller.Person person) {
            return new UserId(person.userId());
        }
        throw noPerson();
    }

    /**
     * An administrator may see this person in Keycloak; a teammate of the workspace needs nothing more.
     *
     * @throws Problem {@code forbidden}
     */
    public void requireSees(Caller caller, UserId user) {
        if (!sees(caller, user)) {
            throw Problem.of(ProblemCode.FORBIDDEN, "You may not view this user in Keycloak.");
        }
    }

    public boolean sees(Caller caller, UserId user) {
        return caller instanceof Caller.Administrator administrator
                ? administrator.rights().viewsUser(user.value())
                : isPersonOrServer(caller);
    }

    /** Whether the caller sees the names and addresses of everybody, as teammates do who may look at all. */
    public boolean seesAll(Caller caller) {
        return caller instanceof Caller.Administrator administrator
                ? administrator.rights().viewsUsers()
                : isPersonOrServer(caller);
    }

    /**
     * An administrator may manage this person in Keycloak; a teammate of the workspace needs nothing more.
     *
     * @throws Problem {@code forbidden}
     */
    public void requireManages(Caller caller, UserId user) {
        boolean manages = caller instanceof Caller.Administrator administrator
                ? administrator.rights().managesUser(user.value())
                : isPersonOrServer(caller);
        if (!manages) {
            throw Problem.of(ProblemCode.FORBIDDEN, "You may not manage this user in Keycloak.");
        }
    }

    /**
     * The caller may change something that carries the permissions {@code before}, as written, into what carries
     * {@code after}, in the workspace and without an end. Otherwise as the other of this name.
     *
     * @throws Problem {@code ceiling}
     */
    public void requireBelowCeiling(Caller caller, Workspace workspace, PermissionSet before, PermissionSet after) {
        requireBelowCeiling(
                caller,
                workspace,
                List.of(Gift.inWorkspace(before, Optional.empty())),
                List.of(Gift.inWorkspace(after, Optional.empty())));
    }

    /**
     * The caller may touch what carries {@code before}, as written, and give {@code after}: they hold all of it at the
     * same places, and for as long as they give it, or {@code user-permissions.change}. Administrators stand above it.
     *
     * @throws Problem {@code ceiling}, with the permissions that the caller lacks
     */
    public void requireBelowCeiling(
            Caller caller, Workspace workspace, Collection<Gift> before, Collection<Gift> after) {
        requireBelow(caller, workspace, UnaryOperator.identity(), before, after);
    }

    /**
     * The caller may restore this archived project: afterwards they will hold there what its grants, and what is allowed
     * to teammates in it, give.
     *
     * @throws Problem {@code ceiling}
     */
    public void requireMayRestore(Caller caller, Workspace workspace, String project) {
        List<Gift> given = standings.carriedIn(workspace.realm(), workspace.id(), project);
        requireBelow(caller, workspace, ceiling -> ceiling.afterRestoring(project), List.of(), given);
    }

    private void requireBelow(
            Caller caller,
            Workspace workspace,
            UnaryOperator<Ceiling> place,
            Collection<Gift> before,
            Collection<Gift> after) {
        if (caller instanceof Caller.Administrator || caller instanceof Caller.Server) {
            return;
        }
        if (!(caller instanceof Caller.Person person)) {
            throw noPerson();
        }
        Standing standing = standing(person, workspace);
        Ceiling ceiling =
                place.apply(new Ceiling(standing.catalogue().permissions(), standing.holder(), standing.moment()));
        PermissionSet beyond = ceiling.touching(before).plus(ceiling.giving(after));
        if (!beyond.isEmpty()) {
            List<PermissionKey> missing = standing.catalogue().permissions().keys(beyond);
            throw Problem.lacking(
                    ProblemCode.CEILING,
                    "You can give, and change what carries, only permissions that you hold yourself, there and for as"
                            + " long; somebody with " + Keys.USER_PERMISSIONS_CHANGE + " can do this.",
                    missing);
        }
    }

    /**
     * Everything that a teammate carries, as written: their role, what is allowed to them, and the grants that reach
     * them. Nothing if they are none.
     */
    public List<Gift> carriedBy(Workspace workspace, UserId user) {
        return standings
                .asWritten(workspace.realm(), workspace.id(), user)
                .map(Guard::carriedBy)
                .orElse(List.of());
    }

    /**
     * The caller may take away from this teammate, which needs no ceiling; but nobody without
     * {@code user-permissions.change} does it to somebody who has that.
     *
     * @throws Problem {@code ceiling}
     */
    public void requireMayTakeFrom(Caller caller, Workspace workspace, UserId user) {
        standings.asWritten(workspace.realm(), workspace.id(), user).ifPresent(standing -> {
            PermissionSet guarded = standing.catalogue()
                    .permissions()
                    .find(Keys.USER_PERMISSIONS_CHANGE)
                    .map(permission -> PermissionSet.of(permission.bit()))
                    .orElse(PermissionSet.empty());
            List<Gift> carried = carriedBy(standing).stream()
                    .map(gift -> new Gift(gift.project(), gift.permissions().and(guarded), gift.until()))
                    .toList();
            requireBelowCeiling(caller, workspace, carried, List.of());
        });
    }

    /**
     * Makes a change of this teammate, and undoes it with the whole call if it takes the workspace the last of its
     * {@link StandingAdmins}. An administrator may say that it shall be so all the same; what follows Keycloak always is.
     *
     * @throws Problem {@code last-admin}
     */
    public <T> T keepingAnAdmin(Caller caller, Workspace workspace, UserId user, Supplier<T> change) {
        return keeping(caller, workspace, () -> admins.isOne(workspace.realm(), workspace.id(), user), change);
    }

    /** The same for a change that answers nothing. */
    public void keepingAnAdmin(Caller caller, Workspace workspace, UserId user, Runnable change) {
        keepingAnAdmin(caller, workspace, user, () -> {
            change.run();
            return null;
        });
    }

    /**
     * The same for a change that can reach every teammate.
     *
     * @throws Problem {@code last-admin}
     */
    public <T> T keepingAnAdmin(Caller caller, Workspace workspace, Supplier<T> change) {
        return keeping(caller, workspace, () -> admins.anyIn(workspace.realm(), workspace.id()), change);
    }

    private <T> T keeping(Caller caller, Workspace workspace, BooleanSupplier hadOne, Supplier<T> change) {
        boolean mayTakeAll = caller instanceof Caller.Server
                || caller instanceof Caller.Administrator administrator && administrator.forces();
        boolean keeps = !mayTakeAll && hadOne.getAsBoolean();
        T changed = change.get();
        if (keeps && !admins.anyIn(workspace.realm(), workspace.id())) {
            throw Problem.of(
                    ProblemCode.LAST_ADMIN,
                    "Nobody would be left who can sign in and has " + Keys.TEAMMATES_MANAGE + " and "
                            + Keys.SECURITY_SETTINGS_MANAGE + " without an end: give them to somebody else first. A"
                            + " realm administrator can do it all the same, with force=true.");
        }
        return changed;
    }

    private Standing standing(Caller.Person person, Workspace workspace) {
        Optional<Standing> standing = standings.in(workspace.realm(), workspace.id(), new UserId(person.userId()));
        return standing.orElseThrow(KnownWorkspaces::unknown);
    }

    private void requireBound(Caller.ServiceAccount account, Workspace workspace) {
        if (!clients.isBound(new ClientId(account.ownClient()), workspace.id())) {
            throw KnownWorkspaces.unknown();
        }
    }

    /** Whoever is none of the callers that were asked for by kind. */
    private static void requireServer(Caller caller) {
        if (!(caller instanceof Caller.Server)) {
            throw noPerson();
        }
    }

    private static boolean isPersonOrServer(Caller caller) {
        return caller instanceof Caller.Person || caller instanceof Caller.Server;
    }

    private static Problem noPerson() {
        return Problem.of(
                ProblemCode.FORBIDDEN,
                "A service account has the scopes of its token and no permissions of a person: a teammate who may do"
                        + " this, or a realm administrator, has to do it.");
    }

    private static List<Gift> carriedBy(Standing standing) {
        return Gift.carriedBy(standing.catalogue().permissions(), standing.holder(), standing.moment());
    }

    private static boolean has(Standing standing, PermissionSet permissions, PermissionKey key) {
        return standing.catalogue()
                .permissions()
                .find(key)
                .filter(permission -> permissions.has(permission.bit()))
                .isPresent();
    }
}
