// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.roster.testkit.Reply;
import io.roster.testkit.Rows;
import java.util.function.Supplier;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/** Makes a call and compares all tables of ours before and after. */
record Probe(RunOnServerClient server) {

    /** Refused as a problem of ours, and nothing has changed. */
    void refused(Supplier<Reply> call, int status, String code) {
        unchanged(call).isProblem(status, code);
    }

    /** Refused by Keycloak, before we are asked, and nothing has changed. */
    void refused(Supplier<Reply> call, int status) {
        unchanged(call).is(status);
    }

    void allowed(Supplier<Reply> call) {
        String before = server.fetch(Rows::checksum, String.class);
        Reply reply = call.get();
        assertEquals(2, reply.status() / 100, reply.request() + ": " + reply.text());
        assertNotEquals(before, server.fetch(Rows::checksum, String.class), reply.request() + " changed nothing");
    }

    private Reply unchanged(Supplier<Reply> call) {
        String before = server.fetch(Rows::checksum, String.class);
        Reply reply = call.get();
        assertEquals(before, server.fetch(Rows::checksum, String.class), reply.request() + " changed something");
        return reply;
    }
}
