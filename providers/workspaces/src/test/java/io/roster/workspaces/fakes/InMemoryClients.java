// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.binding.Client;
import io.roster.workspaces.binding.Clients;
import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.RealmId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Clients in memory, of one realm. */
public final class InMemoryClients implements Clients {

    private final InMemoryBindingStore bindings;
    private final TreeMap<String, Client> known = new TreeMap<>();

    InMemoryClients(InMemoryBindingStore bindings) {
        this.bindings = bindings;
    }

    public Client add(String name, boolean serviceAccount) {
        Client client = new Client(new ClientId("id-" + name), name, serviceAccount);
        known.put(name, client);
        return client;
    }

    @Override
    public Optional<Client> named(RealmId realm, String name) {
        return Optional.ofNullable(known.get(name));
    }

    @Override
    public List<Client> bound(RealmId realm, int max, Optional<String> afterName) {
        return known.tailMap(afterName.orElse(""), false).values().stream()
                .filter(client -> !bindings.find(List.of(client.id())).isEmpty())
                .limit(max)
                .toList();
    }
}
