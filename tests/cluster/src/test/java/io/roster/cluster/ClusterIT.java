// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.roster.testkit.Person;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import org.junit.jupiter.api.Test;

@TheCluster
class ClusterIT {

    private final Cluster cluster;

    ClusterIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void theNodesSeeEachOther() {
        assertNotEquals(cluster.one().url(), cluster.two().url());
        assertEquals(2, cluster.one().clusterSize());
        assertEquals(2, cluster.two().clusterSize());
    }

    @Test
    void whatIsMadeOnOneNodeAnswersOnTheOther() {
        String name = cluster.newRealm();
        TestRealm one = cluster.one().realm(name);
        TestRealm two = cluster.two().realm(name);
        Person ann = one.person();
        Workspace acme = one.workspace(ann);

        assertEquals(
                acme.alias(),
                two.tokens().password(ann, acme.scope()).claim().path("alias").asText());
        two.asAdministrator().get(acme.path("/roles")).is(200);
    }

    @Test
    void aTokenOfOneNodeIsGoodOnTheOther() {
        String name = cluster.newRealm();
        TestRealm one = cluster.one().realm(name);
        TestRealm two = cluster.two().realm(name);
        Person ann = one.person();
        Workspace acme = one.workspace(ann);
        TokenReply token = one.tokens().password(ann, acme.scope() + " roster:self");

        two.onPeopleSurface(token).get(acme.path("/me")).is(200);
        assertEquals(acme.id(), two.tokens().refresh(token).claim().path("id").asText());
        two.asNobody().get(acme.path("/me")).isProblem(401, "invalid-token");
    }
}
