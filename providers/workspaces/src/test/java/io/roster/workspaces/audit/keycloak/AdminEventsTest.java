// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.member.MembersAdopted;
import io.roster.workspaces.member.Source;
import io.roster.workspaces.member.TeammateJoined;
import io.roster.workspaces.member.TeammateLeft;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.role.RoleRef;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceRemoved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What no endpoint causes yet; the rest is shown on a server. */
@Tag("AUDIT-3")
class AdminEventsTest {

    private final Play play = new Play();
    private final Caller caller = new Caller.Person("ada", "app");
    private final List<String> written = new ArrayList<>();
    private final AdminEvents events = new AdminEvents(
            (who, operation, type, path, content) ->
                    written.add(String.join(" ", operation.name(), type, path, content.toString())),
            play.catalogues);

    @Test
    void joiningLeavingAndAdoptingAreEventsToo() {
        UserId paul = new UserId("paul");
        RoleRef reader = new RoleRef.OfPreset("read-only");
        events.publish(caller, new TeammateJoined(play.realm, play.acme.id(), paul, reader, Source.MANUAL));
        events.publish(caller, new TeammateLeft(play.realm, play.acme.id(), paul, reader));
        events.publish(caller, new MembersAdopted(play.realm, 3));
        events.publish(caller, new WorkspaceRemoved(play.acme.id()));
        String place = " ROSTER_TEAMMATE organizations/id-acme/teammates/paul ";
        assertEquals(3, written.size(), written.toString());
        assertEquals(
                "CREATE" + place + Map.of("after", Map.of("role", "read-only"), "source", "manual"), written.get(0));
        assertEquals("DELETE" + place + Map.of("before", Map.of("role", "read-only")), written.get(1));
        assertEquals("ACTION ROSTER_REALM roster/teammates {adopted=3}", written.get(2));
    }
}
