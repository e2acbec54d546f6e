// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import io.roster.testkit.cluster.Cluster;
import io.roster.testkit.cluster.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** What changes on the first node shows in a token that the second gives a second later, however warm the second is. */
@TheCluster
@Tag("CLAIM-1")
class ChangesTravelIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** Keycloak doesn't know which workspace such a session is for, so only Roster can refuse it. */
    private static final String ONLY_WORKSPACE = "openid workspace";

    private final TestRealm one;
    private final TestRealm two;
    private Person ann;
    private Workspace acme;
    private TokenReply session;
    private TokenReply unnamed;

    ChangesTravelIT(Cluster cluster) {
        String realm = cluster.newRealm();
        one = cluster.one().realm(realm);
        two = cluster.two().realm(realm);
    }

    @BeforeEach
    void theSecondNodeKnowsAnn() {
        ann = one.person();
        acme = one.workspace(ann);
        session = newToken();
        unnamed = unnamed();
        assertTrue(isForAcme(unnamed));
        assertEquals("read-only", role(refreshed()));
        assertTrue(refreshed().permissions().contains("charts.run"));
    }

    @Test
    @Tag("ROLE-3")
    void aRoleEditOnOneNodeShowsInATokenOfTheOtherWithinASecond() {
        one.asAdministrator()
                .delete(acme.path("/roles/read-only/permissions/charts.run"))
                .is(200);

        shows(
                "a preset's edit",
                () -> !refreshed().permissions().contains("charts.run")
                        && !newToken().permissions().contains("charts.run"));
        assertTrue(newToken().permissions().contains("charts.export"));
    }

    @Test
    @Tag("ROLE-4")
    void soDoesTheEditOfACustomRole() {
        String steward = one.asAdministrator()
                .post(acme.path("/roles"), Map.of("name", "Steward", "from", "read-only"))
                .is(201)
                .json()
                .path("key")
                .asText();
        one.assign(acme, ann, steward);
        shows(
                "the assignment of a custom role",
                () -> steward.equals(role(refreshed())) && steward.equals(role(newToken())));

        one.asAdministrator()
                .put(acme.path("/roles/" + steward + "/permissions/snapshots.access"))
                .is(200);

        shows(
                "a custom role's edit",
                () -> refreshed().permissions().contains("snapshots.access")
                        && newToken().permissions().contains("snapshots.access"));
    }

    @Test
    @Tag("MATE-2")
    void soDoesAnAssignment() {
        Person bob = one.person();
        acme.add(bob);

        one.assign(acme, ann, "architect");

        shows("an assignment", () -> "architect".equals(role(refreshed())) && "architect".equals(role(newToken())));
        assertEquals("read-only", role(two.tokens().password(bob, acme.scope())));
    }

    @Test
    @Tag("PLAN-1")
    void soDoesAPlan() {
        Map<String, ?> starter = Map.of("name", "Starter", "entitlements", List.of());
        one.asAdministrator().put("/plans/starter", starter).is(201);
        one.asAdministrator().put(acme.path("/plan"), Map.of("plan", "starter")).is(200);
        shows("a plan that was given", () -> !mayReplay(refreshed()) && !mayReplay(newToken()));

        one.asAdministrator()
                .put("/plans/starter", Map.of("name", "Starter", "entitlements", List.of("session-replay")))
                .is(200);
        shows("a plan that has more", () -> mayReplay(refreshed()) && mayReplay(newToken()));
    }

    @Test
    void whoeverIsRemovedOnOneNodeCantRefreshOnTheOther() {
        acme.remove(ann);

        shows(
                "a removal",
                () -> isRefused(unnamed) && isRefused(session) && isWithout(newToken()) && isWithout(unnamed()));
    }

    @Test
    void whoeverJoinsOnOneNodeHasTheClaimOnTheOther() {
        Person bob = one.person();
        assertTrue(isWithout(two.tokens().password(bob, acme.scope())));
        assertTrue(isWithout(two.tokens().password(bob, ONLY_WORKSPACE)));

        acme.add(bob);

        shows(
                "a new teammate",
                () -> isForAcme(two.tokens().password(bob, acme.scope()))
                        && isForAcme(two.tokens().password(bob, ONLY_WORKSPACE)));
    }

    @Test
    void anOrganizationDisabledOnOneNodeGivesNoClaimOnTheOther() {
        enable(false);

        shows("a disabled organization", () -> isWithout(unnamed()) && isRefused(unnamed) && isRefused(session));

        enable(true);

        shows("an organization enabled again", () -> isForAcme(unnamed()) && isForAcme(newToken()));
        assertTrue(isForAcme(refreshed()));
    }

    @Test
    @Tag("REALM-1")
    void whereRosterIsSwitchedOffOnOneNodeTheOtherGivesNoClaim() {
        one.asAdministrator().post("/disable", null).is(200);

        shows("Roster off", () -> isWithout(newToken()) && isWithout(unnamed()));
        two.asAdministrator().get(acme.path("/roles")).isProblem(409, "not-ready");

        one.asAdministrator().post("/enable", Map.of()).is(200);

        shows("Roster on again", () -> isForAcme(newToken()) && isForAcme(unnamed()));
        two.asAdministrator().get(acme.path("/roles")).is(200);
    }

    private static void shows(String change, BooleanSupplier onTheSecondNode) {
        long start = System.nanoTime();
        Duration asked = Poll.until(change + " shows on the other node", A_SECOND, onTheSecondNode);
        Duration answered = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "%s: in what the other node was asked for after %d ms and answered after %d ms%n",
                change, asked.toMillis(), answered.toMillis());
    }

    private TokenReply refreshed() {
        return two.tokens().refresh(session);
    }

    private TokenReply newToken() {
        return two.tokens().password(ann, acme.scope());
    }

    private TokenReply unnamed() {
        return two.tokens().password(ann, ONLY_WORKSPACE);
    }

    private boolean isForAcme(TokenReply token) {
        return acme.id().equals(token.claim().path("id").asText());
    }

    private static boolean isWithout(TokenReply token) {
        return token.claim().isMissingNode();
    }

    private static boolean mayReplay(TokenReply token) {
        return token.permissions().contains("session-replays.view");
    }

    private static String role(TokenReply token) {
        return token.claim().path("role").asText();
    }

    private boolean isRefused(TokenReply earlier) {
        Reply refresh = two.tokens().refresh(earlier).reply();
        return refresh.status() == 400
                && "invalid_grant".equals(refresh.json().path("error").asText());
    }

    private void enable(boolean enabled) {
        OrganizationResource organization = one.keycloak().organizations().get(acme.id());
        OrganizationRepresentation changed = organization.toRepresentation();
        changed.setEnabled(enabled);
        organization.update(changed).close();
    }
}
