// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.roster.testkit.Person;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import io.roster.testkit.cluster.Node;
import io.roster.testkit.cluster.Poll;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes that no node hears of, because they are written straight into the database. */
@TheCluster
@Tag("CLAIM-1")
class LostMessageIT {

    /** As long as anything that is derived may be kept. */
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final String realm;

    LostMessageIT(Cluster cluster) {
        this.cluster = cluster;
        this.realm = cluster.newRealm();
    }

    @Test
    void withTheMessageLostAChangeShowsOnBothNodesWithinAMinute() {
        TestRealm one = cluster.one().realm(realm);
        Person ann = one.person();
        Person bob = one.person();
        Person cat = one.person();
        Workspace acme = one.workspace(ann, bob, cat);
        String role = one.asAdministrator()
                .post(acme.path("/roles"), Map.of("name", "Steward", "from", "read-only"))
                .is(201)
                .json()
                .path("key")
                .asText();
        one.assign(acme, ann, role);
        for (Node node : cluster.nodes()) {
            // twice: what the first fills, the second reads
            for (int time = 0; time < 2; time++) {
                assertEquals(role, role(token(node, ann, acme)));
                assertFalse(token(node, ann, acme).permissions().contains("categorization.manage"));
                assertEquals("read-only", role(token(node, bob, acme)));
                assertEquals("read-only", role(token(node, cat, acme)));
            }
        }

        changed(cluster.database()
                .update(
                        "update WS_ROLE set PERMISSIONS = p.PERMISSIONS from WS_PRESET p"
                                + " where p.REALM_ID = WS_ROLE.REALM_ID and p.PRESET = 'analyst' and ID = ?",
                        role));
        changed(cluster.database()
                .update(
                        "update WS_MEMBER set PRESET = 'architect' where ORG_ID = ? and USER_ID = ?",
                        acme.id(),
                        bob.id()));
        changed(cluster.database()
                .update(
                        "update WS_MEMBER set STATUS = 'suspended' where ORG_ID = ? and USER_ID = ?",
                        acme.id(),
                        cat.id()));

        Duration asked = Poll.until(
                "a role edit, an assignment and a suspension without a message show on both nodes",
                A_MINUTE,
                () -> cluster.nodes().stream()
                        .allMatch(node -> token(node, ann, acme).permissions().contains("categorization.manage")
                                && "architect".equals(role(token(node, bob, acme)))
                                && token(node, cat, acme).reply().status() == 400));
        System.out.printf(
                "without a message: in tokens that both nodes were asked for after %d ms%n", asked.toMillis());
    }

    private TokenReply token(Node node, Person person, Workspace workspace) {
        return node.realm(realm).tokens().password(person, workspace.scope());
    }

    private static String role(TokenReply token) {
        return token.claim().path("role").asText();
    }

    private static void changed(int rows) {
        assertEquals(1, rows);
    }
}
