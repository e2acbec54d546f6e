// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit.rest;

import io.roster.workspaces.audit.Entry;
import io.roster.workspaces.audit.ListedEntry;
import java.util.Map;

/** An entry on the wire; what isn't known or isn't the caller's to see is null. */
record EntryRepresentation(
        String id,
        String time,
        String action,
        ActorRepresentation actor,
        SubjectRepresentation subject,
        Map<String, Object> before,
        Map<String, Object> after,
        String source,
        String client,
        String address) {

    record ActorRepresentation(String kind, String id, String name, String realm) {}

    record SubjectRepresentation(String kind, String id, String name) {}

    static EntryRepresentation of(ListedEntry listed) {
        Entry entry = listed.recorded().entry();
        return new EntryRepresentation(
                Long.toString(listed.recorded().id()),
                entry.time().toString(),
                entry.action().key(),
                new ActorRepresentation(
                        entry.actor().kind().key(),
                        entry.actor().id().orElse(null),
                        listed.actorName().orElse(null),
                        listed.actorRealm().orElse(null)),
                new SubjectRepresentation(
                        entry.subject().kind(),
                        entry.subject().id(),
                        listed.subjectName().orElse(null)),
                listed.before().orElse(null),
                listed.after().orElse(null),
                entry.source(),
                listed.client().orElse(null),
                listed.address().orElse(null));
    }
}
