// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.orphan;

import static io.roster.workspaces.fakes.Play.SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.roster.workspaces.fakes.Play;
import io.roster.workspaces.workspace.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("REALM-2")
class NoticesTest {

    private final Play play = new Play();
    private final List<String> sent = new ArrayList<>();
    private Optional<String> contact = Optional.of("operations@example.com");
    private boolean mailServerIsUp = true;
    private final Notices notices = new Notices(
            play.orphanStore,
            play.workspaceStore,
            () -> contact,
            (workspace, address) -> {
                if (!mailServerIsUp) {
                    throw new Notices.UnsentException("no mail server", null);
                }
                sent.add(workspace.alias() + " to " + address);
            },
            () -> play.now);

    @BeforeEach
    void orphaned() {
        play.teammate(play.acme, "ada", "admin");
        assertEquals(List.of(), notices.pending(9));
        play.members.left(SERVER, play.realm, play.acme.id(), new UserId("ada"));
    }

    @Test
    void theContactIsWrittenToOnce() throws Exception {
        OrphanStore.Place place = notices.pending(9).get(0);
        notices.send(place);
        notices.send(place);
        assertEquals(List.of("acme to operations@example.com"), sent);
        assertEquals(List.of(), notices.pending(9));
    }

    @Test
    void whatCouldNotBeSentIsSentLater() throws Exception {
        OrphanStore.Place place = notices.pending(9).get(0);
        mailServerIsUp = false;
        assertThrows(Notices.UnsentException.class, () -> notices.send(place));
        assertEquals(List.of(place), notices.pending(9));
        mailServerIsUp = true;
        notices.send(place);
        assertEquals(1, sent.size());
    }

    @Test
    void nobodyIsWrittenToWhereThereIsNoContactOrSomebodyRunsTheWorkspaceAgain() throws Exception {
        OrphanStore.Place place = notices.pending(9).get(0);
        contact = Optional.of(" ");
        notices.send(place);
        contact = Optional.empty();
        notices.send(place);
        contact = Optional.of("operations@example.com");
        play.teammate(play.acme, "bea", "admin");
        notices.send(place);
        assertEquals(List.of(), sent);
    }
}
