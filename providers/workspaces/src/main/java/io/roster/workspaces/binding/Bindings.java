// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding;

import io.roster.workspaces.access.Guard;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Cursor;
import io.roster.workspaces.platform.Events;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.Ids;
import io.roster.workspaces.platform.Page;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.Problem;
import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.KnownWorkspaces;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.Workspace;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The bindings of a realm's clients. Looking at them needs to view the realm, changing them {@code manage-realm}: a
 * workspace's people have no say in it. Every change holds the realm's row, so that of two changes that meet, one comes
 * second and sees the first.
 */
public final class Bindings {

    /** More by name would make every page of the list as large as somebody likes. */
    public static final int MOST_WORKSPACES = 1_000;

    private final BindingStore store;
    private final Clients clients;
    private final KnownWorkspaces workspaces;
    private final Catalogues catalogues;
    private final Guard guard;
    private final Events events;

    public Bindings(
            BindingStore store,
            Clients clients,
            KnownWorkspaces workspaces,
            Catalogues catalogues,
            Guard guard,
            Events events) {
        this.store = store;
        this.clients = clients;
        this.workspaces = workspaces;
        this.catalogues = catalogues;
        this.guard = guard;
        this.events = events;
    }

    /**
     * Where somebody wants a client to act: in all workspaces, or in those with these aliases.
     *
     * @param all null counts as no
     * @param workspaces null counts as none
     */
    public record Wanted(Boolean all, List<String> workspaces) {}

    /** A binding that was saved, and whether the client had none before. */
    public record Saved(Binding binding, boolean isNew) {}

    /** The bindings of the realm, by the names of their clients. */
    public Page<Binding> list(Caller caller, RealmId realm, PageRequest request) {
        guard.requireViewsRealm(caller);
        List<Client> rows = clients.bound(
                realm,
                request.max() + 1,
                request.after().map(cursor -> cursor.values().get(0)));
        Page<Client> page = Page.cut(rows, request.max(), last -> Cursor.of(last.name()));
        Map<ClientId, Extent> extents =
                store.find(page.items().stream().map(Client::id).toList());
        Map<WorkspaceId, Workspace> known = workspaces.of(extents.values().stream()
                .flatMap(extent -> ids(extent).stream())
                .collect(Collectors.toSet()));
        List<Binding> bindings = page.items().stream()
                // one that was unbound between the two readings
                .filter(client -> extents.containsKey(client.id()))
                .map(client -> binding(client, extents.get(client.id()), known))
                .toList();
        return new Page<>(bindings, page.next());
    }

    /**
     * The binding of one client.
     *
     * @throws Problem {@code not-found}, also for a client that isn't bound
     */
    public Binding get(Caller caller, RealmId realm, String clientName) {
        guard.requireViewsRealm(caller);
        return find(client(realm, clientName)).orElseThrow(Bindings::unbound);
    }

    /**
     * Binds a client, or binds it anew. Its service account acts in these workspaces from the next call on, and in no
     * others.
     *
     * @throws Problem {@code not-found} for an unknown client; {@code stale}; {@code validation} for a client without a
     *     service account, and for aliases that no workspace has, which are all named
     */
    public Saved bind(Caller caller, RealmId realm, String clientName, Wanted wanted, Expected expected) {
        hold(caller, realm);
        Client client = client(realm, clientName);
        if (!client.serviceAccount()) {
            throw Problem.validation(
                    "clientId", "has no service account, so there is nobody to bind: switch it on in the client first");
        }
        Optional<Binding> before = find(client);
        expected.require(before.map(Binding::version).orElse(""));
        Binding binding = wanted(client, wanted);
        if (!before.map(Binding::extent).equals(Optional.of(binding.extent()))) {
            store.save(realm, client.id(), binding.extent());
            events.publish(caller, new BindingChanged(realm, client, before, Optional.of(binding)));
        }
        return new Saved(binding, before.isEmpty());
    }

    /**
     * Unbinds a client: from the next call on its service account is an outsider everywhere.
     *
     * @throws Problem {@code not-found}, also for a client that isn't bound; {@code stale}
     */
    public void unbind(Caller caller, RealmId realm, String clientName, Expected expected) {
        hold(caller, realm);
        Client client = client(realm, clientName);
        Binding before = find(client).orElseThrow(Bindings::unbound);
        expected.require(before.version());
        remove(caller, realm, client, before);
    }

    /** A client is about to go. */
    public void removed(Caller caller, RealmId realm, Client client) {
        catalogues.hold(realm);
        find(client).ifPresent(before -> remove(caller, realm, client, before));
    }

    /** A workspace is about to go. Whoever binds a client meanwhile waits, and then doesn't find it any more. */
    public void removed(RealmId realm, WorkspaceId workspace) {
        catalogues.hold(realm);
        store.removeAll(workspace);
    }

    private void remove(Caller caller, RealmId realm, Client client, Binding before) {
        store.removeAll(client.id());
        events.publish(caller, new BindingChanged(realm, client, Optional.of(before), Optional.empty()));
    }

    private void hold(Caller caller, RealmId realm) {
        guard.requireManagesRealm(caller);
        guard.requireReadsCommitted();
        if (!catalogues.hold(realm)) {
            throw Catalogues.neverOn();
        }
    }

    private Binding wanted(Client client, Wanted wanted) {
        boolean all = Boolean.TRUE.equals(wanted.all());
        List<String> aliases = Objects.requireNonNullElse(wanted.workspaces(), List.of());
        if (all != aliases.isEmpty()) {
            throw Problem.validation(
                    "workspaces",
                    all
                            ? "and all can't both be: send {\"all\": true}, or the aliases alone"
                            : "has nothing in it: send the aliases of workspaces, or {\"all\": true}; DELETE unbinds");
        }
        if (all) {
            return new Binding(client, new Extent.All(), List.of());
        }
        if (aliases.size() > MOST_WORKSPACES) {
            throw Problem.validation(
                    "workspaces", "names more than " + MOST_WORKSPACES + ": bind the client to all, or use several");
        }
        List<Workspace> named = named(aliases);
        return new Binding(
                client, new Extent.Some(named.stream().map(Workspace::id).collect(Collectors.toSet())), named);
    }

    private List<Workspace> named(List<String> aliases) {
        if (aliases.stream().anyMatch(Objects::isNull)) {
            throw Problem.validation("workspaces", "has a null in it: send aliases of workspaces");
        }
        Map<String, Workspace> found = workspaces.named(aliases);
        Set<String> unknown = new TreeSet<>(aliases);
        unknown.removeAll(found.keySet());
        if (!unknown.isEmpty()) {
            throw Problem.validation("workspaces", "has aliases that no workspace of this realm has: " + unknown);
        }
        return byAlias(found.values());
    }

    private Optional<Binding> find(Client client) {
        Optional<Extent> extent =
                Optional.ofNullable(store.find(List.of(client.id())).get(client.id()));
        return extent.map(known -> binding(client, known, workspaces.of(ids(known))));
    }

    private static Binding binding(Client client, Extent extent, Map<WorkspaceId, Workspace> known) {
        List<Workspace> named =
                ids(extent).stream().map(known::get).filter(Objects::nonNull).toList();
        return new Binding(client, extent, byAlias(named));
    }

    private static List<Workspace> byAlias(Collection<Workspace> workspaces) {
        return workspaces.stream()
                .sorted(Comparator.comparing(Workspace::alias))
                .toList();
    }

    private static Set<WorkspaceId> ids(Extent extent) {
        return extent instanceof Extent.Some some ? some.workspaces() : Set.of();
    }

    private Client client(RealmId realm, String name) {
        return Optional.of(name)
                .filter(Ids::isPlausible)
                .flatMap(known -> clients.named(realm, known))
                .orElseThrow(() -> Problem.notFound("client: the path has its client id, not Keycloak's own id of it"));
    }

    private static Problem unbound() {
        return Problem.notFound("binding: this client is bound to no workspace");
    }
}
