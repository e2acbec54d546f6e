// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.workspaces.binding.BindingStore;
import io.roster.workspaces.binding.Extent;
import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SCIM-6")
abstract class BindingStoreContract {

    private static final RealmId REALM = new RealmId("realm");
    private static final RealmId OTHER = new RealmId("other");
    private static final ClientId ROBOT = new ClientId("robot");
    private static final ClientId FEED = new ClientId("feed");
    private static final Extent ALL = new Extent.All();

    /** The store, in a transaction of its own. */
    abstract void in(Consumer<BindingStore> work);

    @Test
    void whatWasSavedLastIsWhatIsRead() {
        in(store -> assertEquals(Map.of(), store.find(List.of(ROBOT))));
        for (Extent extent : List.of(some("acme", "beta"), some("beta", "gamma"), ALL, some("beta"), some("beta"))) {
            in(store -> store.save(REALM, ROBOT, extent));
            in(store -> assertEquals(Map.of(ROBOT, extent), store.find(List.of(ROBOT))));
        }
    }

    @Test
    void aClientKnowsNothingOfAnothersBinding() {
        in(store -> store.save(REALM, ROBOT, some("acme", "beta")));
        in(store -> store.save(REALM, FEED, ALL));
        in(store -> {
            assertEquals(Map.of(ROBOT, some("acme", "beta"), FEED, ALL), store.find(List.of(ROBOT, FEED)));
            assertEquals(Map.of(FEED, ALL), store.find(List.of(FEED, new ClientId("nobody"))));
        });
    }

    @Test
    void aClientThatGoesTakesItsBindingAlone() {
        in(store -> store.save(REALM, ROBOT, some("acme", "beta")));
        in(store -> store.save(REALM, FEED, some("acme")));
        in(store -> store.removeAll(ROBOT));
        in(store -> assertEquals(Map.of(FEED, some("acme")), store.find(List.of(ROBOT, FEED))));
    }

    @Test
    void aWorkspaceThatGoesLeavesTheOthersOfTheBinding() {
        in(store -> store.save(REALM, ROBOT, some("acme", "beta")));
        in(store -> store.save(REALM, FEED, some("acme")));
        in(store -> store.save(REALM, new ClientId("third"), ALL));
        in(store -> store.removeAll(new WorkspaceId("acme")));
        in(store -> assertEquals(
                Map.of(ROBOT, some("beta"), new ClientId("third"), ALL),
                store.find(List.of(ROBOT, FEED, new ClientId("third")))));
    }

    @Test
    void aRealmThatGoesLeavesTheOthers() {
        in(store -> store.save(REALM, ROBOT, some("acme", "beta")));
        in(store -> store.save(OTHER, FEED, ALL));
        in(store -> store.removeAll(REALM));
        in(store -> assertEquals(Map.of(FEED, ALL), store.find(List.of(ROBOT, FEED))));
    }

    private static Extent some(String... workspaces) {
        Set<WorkspaceId> ids = Stream.of(workspaces).map(WorkspaceId::new).collect(Collectors.toSet());
        return new Extent.Some(ids);
    }
}
