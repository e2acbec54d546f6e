// SPDX-License-Identifier: Apache-2.0
package io.roster.benchmarks.load;

import io.roster.benchmarks.load.Turns.Variant;
import io.roster.testkit.Person;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Tokens;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import io.roster.testkit.cluster.Node;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the claim costs: CPU seconds of the server process for 1,000 refresh grants with the claim, against the same
 * people at the same client without it, because Keycloak itself asks more for a member of many organizations. Fifty
 * people with sessions, PostgreSQL, everything warm.
 */
class TokenCost {

    private static final int PEOPLE = 50;
    private static final int MANY_WORKSPACES = 50;

    @Test
    void refreshGrants() throws Exception {
        try (Cluster cluster = Cluster.start("node1")) {
            Node node = cluster.one();
            TestRealm realm = node.realm(cluster.newRealm());
            Turns.keepSessions(realm);
            Tokens tokens = realm.tokens();
            List<Person> inOne = people(realm);
            List<Person> inMany = people(realm);
            Workspace acme = realm.workspace(inOne.toArray(Person[]::new)).add(inMany.toArray(Person[]::new));

            Variant bareOne = new Variant("in 1, bare", tokens, sessions(tokens, inOne, "openid"));
            Variant one = new Variant("in 1, claim", tokens, sessions(tokens, inOne, "openid workspace"));
            Variant bareMany = new Variant("in 50, bare", tokens, sessions(tokens, inMany, "openid"));
            Variant many = new Variant("in 50, claim", tokens, sessions(tokens, inMany, "openid workspace"));
            // the session keeps the workspace that it chose while there was one
            for (int i = 1; i < MANY_WORKSPACES; i++) {
                realm.workspace(inMany.toArray(Person[]::new));
            }
            requireClaim(bareOne, false, acme);
            requireClaim(one, true, acme);
            requireClaim(bareMany, false, acme);
            requireClaim(many, true, acme);

            Turns turns = new Turns(node, List.of(bareOne, one, bareMany, many));
            turns.run();
            turns.compare(one, bareOne);
            turns.compare(many, bareMany);
        }
    }

    static List<Person> people(TestRealm realm) {
        return Stream.generate(realm::person).limit(PEOPLE).toList();
    }

    static List<TokenReply> sessions(Tokens tokens, List<Person> people, String scope) {
        return people.stream().map(person -> tokens.password(person, scope)).toList();
    }

    private static void requireClaim(Variant variant, boolean wanted, Workspace workspace) {
        boolean there = variant.sample().claim().path("alias").asText().equals(workspace.alias());
        if (there != wanted) {
            throw new IllegalStateException(variant + ": the claim is " + (there ? "there" : "missing"));
        }
    }
}
