// SPDX-License-Identifier: Apache-2.0
package io.roster.benchmarks;

import io.roster.access.Project;
import io.roster.workspaces.access.AccessMemory;
import io.roster.workspaces.access.AccessStore;
import io.roster.workspaces.access.EffectiveAccess;
import io.roster.workspaces.access.Standings;
import io.roster.workspaces.permission.CatalogueStore;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.cache.Changes;
import io.roster.workspaces.platform.cache.NodeMemory;
import io.roster.workspaces.platform.cache.Stamps;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.keycloak.cache.LocalCache;

/** The provider's own reading with one teammate in a store of memory; a plain map stands for Keycloak's cache. */
final class Remembered {

    private Remembered() {}

    static EffectiveAccess access(RealmId realm, WorkspaceId workspace, UserId user, int projects) {
        Catalogues catalogues = new Catalogues(new Seeded(), new Catalogues.Loaded());
        catalogues.seed(realm, "default");
        Stamps stamps = new Stamps();
        AccessStore store = new OneAdmin(catalogues.of(realm).revision(), workspace, user, projects);
        return new EffectiveAccess(
                new Standings(store, catalogues, Instant::now),
                null, // nobody asks by alias here
                enabled -> true,
                new AccessMemory(memory(stamps), memory(stamps), memory(stamps), memory(stamps), memory(stamps)),
                new NoChanges(),
                Instant::now);
    }

    private static <K, V> NodeMemory<K, V> memory(Stamps stamps) {
        return new NodeMemory<>(new Entries<>(), stamps);
    }

    private record OneAdmin(String revision, WorkspaceId workspace, UserId user, int count) implements AccessStore {

        @Override
        public Optional<Membership> find(WorkspaceId asked, UserId who) {
            return Optional.of(new Membership(
                    workspace,
                    "acme",
                    user,
                    true,
                    true,
                    new WrittenRole("admin", true, null, null, null),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new Counters(7, 3),
                    revision));
        }

        @Override
        public Optional<Written> written(WorkspaceId asked, UserId who) {
            return Optional.of(new Written(new Counters(7, 3), revision, Optional.empty(), List.of(), List.of()));
        }

        @Override
        public WrittenThere writtenIn(WorkspaceId asked, String project) {
            return new WrittenThere(List.of(), List.of());
        }

        @Override
        public List<WrittenRole> roles(WorkspaceId asked) {
            return List.of();
        }

        @Override
        public List<UserId> assigned(WorkspaceId asked, Collection<String> roles, Optional<UserId> after, int max) {
            return roles.contains("admin") && after.isEmpty() ? List.of(user) : List.of();
        }

        @Override
        public List<UserId> carrying(WorkspaceId asked, List<Carriers> each, Optional<UserId> after, int max) {
            return after.isEmpty() ? List.of(user) : List.of();
        }

        @Override
        public List<Project> projects(WorkspaceId asked) {
            return IntStream.range(0, count)
                    .mapToObj(number -> new Project(number == 0 ? Project.MAIN : "project-" + number, true, false))
                    .toList();
        }

        @Override
        public List<Membership> memberships(RealmId realm, UserId who, int max) {
            return find(workspace, user).stream().toList();
        }

        @Override
        public List<Membership> enabledMemberships(RealmId realm, UserId who, int max) {
            return find(workspace, user).stream().toList();
        }

        @Override
        public List<WorkspaceId> suspendedWorkspaces(RealmId realm, UserId who) {
            return List.of();
        }
    }

    private static final class Seeded implements CatalogueStore {

        private final Map<RealmId, RealmCatalogue> catalogues = new HashMap<>();

        @Override
        public Optional<String> revision(RealmId realm) {
            return Optional.ofNullable(catalogues.get(realm)).map(RealmCatalogue::revision);
        }

        @Override
        public String pack(RealmId realm) {
            return "default";
        }

        @Override
        public RealmCatalogue load(RealmId realm) {
            return catalogues.get(realm);
        }

        @Override
        public boolean insert(RealmId realm, String pack, RealmCatalogue catalogue) {
            return catalogues.putIfAbsent(realm, catalogue) == null;
        }

        @Override
        public boolean lock(RealmId realm) {
            return true;
        }

        @Override
        public void removeAll(RealmId realm) {
            catalogues.clear();
        }
    }

    private static final class NoChanges implements Changes {

        @Override
        public void add(Collection<String> topics) {
            throw new UnsupportedOperationException("nothing changes here");
        }

        @Override
        public boolean isPending() {
            return false;
        }
    }

    private static final class Entries<K, V> implements LocalCache<K, V> {

        private final Map<K, V> entries = new ConcurrentHashMap<>();

        @Override
        public V get(K key) {
            return entries.get(key);
        }

        @Override
        public void put(K key, V value) {
            entries.put(key, value);
        }

        @Override
        public void invalidate(K key) {
            entries.remove(key);
        }

        @Override
        public void close() {
            entries.clear();
        }
    }
}
