// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit.rest;

import io.roster.workspaces.audit.Actor;
import io.roster.workspaces.audit.Entry;
import io.roster.workspaces.audit.ListedEntry;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry on the wire; what isn't known or isn't the caller's to see is null. */
@Schema(
        name = "AuditEntry",
        description = "One change of access. What isn't known or isn't the caller's to see is null.")
record EntryRepresentation(
        @Schema(description = "Rises with each entry") String id,

        @Schema(format = "date-time") String time,

        @Schema(description = "What was done", examples = "teammate.role-changed")
        String action,

        ActorRepresentation actor,
        SubjectRepresentation subject,

        @Schema(nullable = true, description = "How it was; `omitted` stands for what was too long to keep")
        Map<String, Object> before,

        @Schema(nullable = true, description = "How it is since")
        Map<String, Object> after,

        @Schema(description = "By what way it came, in the words of a teammate's `source`")
        String source,

        @Schema(nullable = true, description = "Client id of the caller's token")
        String client,

        @Schema(nullable = true, description = "Internet address of the caller")
        String address) {

    @Schema(name = "AuditActor", description = "Who did it.")
    record ActorRepresentation(
            @Schema(implementation = Actor.Kind.class) String kind,

            @Schema(nullable = true, description = "Keycloak's id of the user; null for the server")
            String id,

            @Schema(nullable = true, description = "Present name")
            String name,

            @Schema(nullable = true, description = "Id of the realm of an administrator of another one")
            String realm) {}

    @Schema(name = "AuditSubject", description = "For whom or what it was done.")
    record SubjectRepresentation(
            @Schema(description = "What kind of thing, such as `teammate`, `role`, `project`, `grant` or `realm`")
            String kind,

            @Schema(description = "Keycloak's id of it, or the key of a role or project")
            String id,

            @Schema(nullable = true, description = "Present name")
            String name) {}

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
