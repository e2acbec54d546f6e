// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.audit.AuditStore;
import io.roster.workspaces.audit.Entry;
import io.roster.workspaces.audit.Recorded;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The log in memory. */
public final class InMemoryAuditStore implements AuditStore {

    private final List<Recorded> entries = new ArrayList<>();
    private long last;

    /** Everything of this workspace, oldest first. */
    public List<Entry> of(WorkspaceId workspace) {
        return entries.stream()
                .map(Recorded::entry)
                .filter(entry -> entry.workspace().equals(Optional.of(workspace)))
                .toList();
    }

    @Override
    public void append(Entry entry) {
        last = last + 1;
        entries.add(new Recorded(last, entry));
    }

    @Override
    public List<Recorded> page(WorkspaceId workspace, int max, OptionalLong below) {
        return page(entry -> entry.workspace().equals(Optional.of(workspace)), max, below);
    }

    @Override
    public List<Recorded> page(RealmId realm, int max, OptionalLong below) {
        return page(entry -> entry.realm().equals(realm) && entry.workspace().isEmpty(), max, below);
    }

    private List<Recorded> page(Predicate<Entry> which, int max, OptionalLong below) {
        return entries.stream()
                .filter(recorded -> which.test(recorded.entry()))
                .filter(recorded -> below.isEmpty() || recorded.id() < below.getAsLong())
                .sorted(Comparator.comparing(Recorded::id).reversed())
                .limit(max)
                .toList();
    }

    @Override
    public void forgetAddresses(UserId user) {
        entries.replaceAll(recorded -> recorded.entry().actor().id().equals(Optional.of(user.value()))
                ? new Recorded(recorded.id(), withoutAddress(recorded.entry()))
                : recorded);
    }

    private static Entry withoutAddress(Entry entry) {
        return new Entry(
                entry.realm(),
                entry.workspace(),
                entry.time(),
                entry.action(),
                entry.actor(),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.source(),
                entry.client(),
                Optional.empty());
    }

    @Override
    public void removeAll(WorkspaceId workspace) {
        entries.removeIf(recorded -> recorded.entry().workspace().equals(Optional.of(workspace)));
    }

    @Override
    public void removeAll(RealmId realm) {
        entries.removeIf(recorded -> recorded.entry().realm().equals(realm));
    }
}
