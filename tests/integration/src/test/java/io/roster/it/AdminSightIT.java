// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.remote.runonserver.InjectRunOnServer;
import org.keycloak.testframework.remote.runonserver.RunOnServerClient;

/**
 * What administrators see of people who may administer organizations and no people, or one organization and no other:
 * every endpoint of the administrators' surface, in a realm with fine-grained admin permissions and in one without.
 */
@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("REALM-1")
@Tag("MATE-1")
class AdminSightIT {

    /** What tells who somebody is, to administrators who may view them. */
    private static final Set<String> SHOW_PEOPLE = Set.of(
            "v1/workspaces/{workspace}/audit",
            "v1/workspaces/{workspace}/projects/{project}/grants",
            "v1/workspaces/{workspace}/projects/{project}/grants/{grant}",
            "v1/workspaces/{workspace}/teammates",
            "v1/workspaces/{workspace}/teammates/{user}",
            "v1/workspaces/{workspace}/teammates/{user}/grants",
            "v1/workspaces/{workspace}/teams/{team}/members");

    @InjectRealm(ref = "coarse", config = RosterOn.class)
    ManagedRealm coarseRealm;

    @InjectTestRealm(ref = "coarse", realmRef = "coarse")
    TestRealm coarse;

    @InjectRealm(ref = "fine", config = AdminProbesIT.WithAdminPermissions.class)
    ManagedRealm fineRealm;

    @InjectTestRealm(ref = "fine", realmRef = "fine")
    TestRealm fine;

    @InjectRunOnServer(permittedPackages = "io.roster", realmRef = "coarse")
    RunOnServerClient server;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoManagesOrganizationsAloneReadsNoNameAndNoAddress(boolean isFine) {
        TestRealm realm = isFine ? fine : coarse;
        Target acme = inhabited(realm);
        LookingCalls calls = new LookingCalls(realm);
        Api seeing = as(realm, realm.administrator("manage-organizations", "view-users", "view-realm"));
        Set<String> showing = new TreeSet<>();
        for (Api blind : blind(realm, acme)) {
            for (String endpoint : LookingCalls.endpoints()) {
                for (String path : calls.paths(endpoint, acme)) {
                    Reply reply = blind.get(path).is(LookingCalls.needsMore(endpoint) ? 403 : 200);
                    assertEquals(Set.of(), named(reply, LookingCalls.people(acme)), () -> path + ": " + reply.text());
                    Reply seen = seeing.get(path).is(200);
                    if (!named(seen, LookingCalls.people(acme)).isEmpty()) {
                        showing.add(endpoint);
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(SHOW_PEOPLE), showing);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neitherSearchNorOrderTellsThemWhoSomebodyIs(boolean isFine) {
        TestRealm realm = isFine ? fine : coarse;
        Target acme = inhabited(realm);
        Api seeing = as(realm, realm.administrator("manage-organizations", "view-users"));
        for (String query : List.of("?search=" + acme.mate().username(), "?sort=name", "?sort=-email")) {
            String path = acme.workspace().path("/teammates" + query);
            blind(realm, acme).forEach(blind -> blind.get(path).isProblem(403, "forbidden"));
            assertTrue(seeing.get(path).is(200).text().contains(acme.mate().username()), query);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noAnswerToAWriteTellsThemEither(boolean isFine) {
        TestRealm realm = isFine ? fine : coarse;
        for (String endpoint : WritingCalls.endpoints()) {
            Target acme = inhabited(realm);
            for (Api blind : blind(realm, acme)) {
                Reply reply = acme.send(endpoint, blind);
                assertEquals(endpoint.contains("{user}"), reply.status() == 403, () -> endpoint + ": " + reply.text());
                assertEquals(Set.of(), named(reply, LookingCalls.people(acme)), () -> endpoint + ": " + reply.text());
            }
        }
        Target acme = inhabited(realm);
        Api blind = blind(realm, acme).get(0);
        realm.assign(acme.workspace(), acme.mate(), acme.custom());
        Reply used =
                blind.delete(acme.workspace().path("/roles/" + acme.custom())).isProblem(409, "in-use");
        assertTrue(used.text().contains(acme.mate().id()), used.text());
        assertEquals(Set.of(), named(used, LookingCalls.people(acme)), used.text());
    }

    /** The endpoints that have a person in their path are in {@link AdminProbesIT}; these have one in what they name. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theyGrantNothingToOnePerson(boolean isFine) {
        TestRealm realm = isFine ? fine : coarse;
        Target acme = inhabited(realm);
        Api able = as(realm, realm.administrator("manage-organizations", "manage-users"));
        String grants = acme.workspace().path("/projects/" + acme.project() + "/grants");
        String own = grants + "/" + ownGrant(acme, able.get(grants));
        Map<String, ?> toBoss = Map.of("teammate", acme.boss().id(), "role", "consumer");
        Map<String, ?> changed = Map.of("role", "analyst");
        for (Api blind : blind(realm, acme)) {
            refused(() -> blind.post(grants, toBoss));
            refused(() -> blind.put(own, changed));
            refused(() -> blind.delete(own));
        }
        allowed(() -> able.post(grants, toBoss));
        allowed(() -> able.put(own, changed));
        allowed(() -> able.delete(own));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoManagesOrganizationsAloneTouchesNobodyInThem(boolean isFine) {
        TestRealm realm = isFine ? fine : coarse;
        Target acme = inhabited(realm);
        for (String endpoint : WritingCalls.endpoints()) {
            if (endpoint.contains("{user}")) {
                blind(realm, acme).forEach(blind -> refused(() -> acme.send(endpoint, blind)));
            }
        }
        Api able = as(realm, realm.administrator("manage-organizations", "manage-users"));
        for (String endpoint : WritingCalls.endpoints()) {
            if (endpoint.contains("{user}")) {
                Target beta = inhabited(realm);
                allowed(() -> beta.send(endpoint, able));
            }
        }
    }

    @Test
    void whoAdministersOneOrganizationReachesNoOther() {
        Target acme = inhabited(fine);
        Target other = inhabited(fine);
        Api delegate = as(
                fine,
                fine.delegateWithLists(
                        acme.workspace(), LookingCalls.people(acme).toArray(new Person[0])));
        LookingCalls calls = new LookingCalls(fine);
        for (String endpoint : LookingCalls.ofWorkspaces()) {
            for (String path : calls.paths(endpoint, other)) {
                alike(other, delegate.get(path), delegate.get(nowhere(other, path)));
            }
            for (String path : calls.paths(endpoint, acme)) {
                delegate.get(path).is(200);
            }
        }
        for (String endpoint : WritingCalls.endpoints()) {
            refused(() -> other.send(endpoint, delegate));
            alike(other, other.send(endpoint, delegate), other.sendToNowhere(endpoint, delegate));
        }
        Map<String, ?> plan = Map.of("plan", "everything");
        String given = other.workspace().path("/plan");
        alike(other, delegate.put(given, plan), delegate.put(nowhere(other, given), plan));
        JsonNode listed = delegate.get("/workspaces?max=500").is(200).json().path("items");
        assertEquals(List.of(acme.workspace().alias()), listed.findValuesAsText("alias"));
        String all = as(fine, fine.administrator("manage-organizations"))
                .get("/workspaces?max=500")
                .is(200)
                .text();
        assertTrue(
                all.contains(acme.workspace().alias())
                        && all.contains(other.workspace().alias()),
                all);
    }

    @Test
    void whoMayViewOneOfItsPeopleSeesTheNameOfThatOneAlone() {
        Target acme = inhabited(fine);
        Api delegate = as(fine, fine.delegate(acme.workspace(), acme.mate()));
        LookingCalls calls = new LookingCalls(fine);
        List<Person> hidden = LookingCalls.people(acme).stream()
                .filter(person -> !person.equals(acme.mate()))
                .toList();
        Set<String> showing = new TreeSet<>();
        for (String endpoint : LookingCalls.ofWorkspaces()) {
            for (String path : calls.paths(endpoint, acme)) {
                Reply reply = delegate.get(path);
                boolean isOfHidden = hidden.stream().anyMatch(person -> path.contains(person.id()));
                reply.is(isOfHidden ? 403 : 200);
                assertEquals(Set.of(), named(reply, hidden), () -> path + ": " + reply.text());
                if (!named(reply, List.of(acme.mate())).isEmpty()) {
                    showing.add(endpoint);
                }
            }
        }
        assertEquals(new TreeSet<>(SHOW_PEOPLE), showing);
    }

    @Test
    void withoutFineGrainedPermissionsWhatTheySaidCountsNoMore() {
        Target acme = inhabited(fine);
        Api delegate = as(fine, fine.delegate(acme.workspace(), acme.mate()));
        String path = acme.workspace().path("/teammates/" + acme.mate().id());
        delegate.get(path).is(200);
        finePermissions(false);
        try {
            for (String endpoint : LookingCalls.ofWorkspaces()) {
                new LookingCalls(fine)
                        .paths(endpoint, acme)
                        .forEach(asked -> delegate.get(asked).isProblem(403, "forbidden"));
            }
            for (String endpoint : WritingCalls.endpoints()) {
                refused(() -> acme.send(endpoint, delegate));
            }
        } finally {
            finePermissions(true);
        }
    }

    @Test
    @Tag("CONSOLE-1")
    void anAdministratorIsToldWhichWorkspacesTheyMayManage() {
        Target acme = Target.in(fine);
        Target other = Target.in(fine);
        Api viewer = as(fine, fine.administrator("view-organizations"));
        Api manager = as(fine, fine.administrator("manage-organizations"));
        Api delegate = as(fine, fine.delegate(fine.administrator("view-organizations"), acme.workspace()));
        assertEquals(List.of(false, false), managed(viewer, acme, other));
        assertEquals(List.of(true, true), managed(manager, acme, other));
        assertEquals(List.of(true, false), managed(delegate, acme, other));
        // and so it is
        Map<String, ?> role = Map.of("name", "Told", "from", "consumer");
        allowed(() -> delegate.post(acme.workspace().path("/roles"), role));
        refused(() -> delegate.post(other.workspace().path("/roles"), role));
    }

    /** What is said of each workspace alone, which is what the list says. */
    private static List<Boolean> managed(Api caller, Target... targets) {
        Map<String, Boolean> listed = new HashMap<>();
        caller.get("/workspaces?max=500")
                .is(200)
                .json()
                .path("items")
                .forEach(one -> listed.put(
                        one.path("alias").asText(), one.path("manages").asBoolean()));
        return Arrays.stream(targets)
                .map(target -> {
                    JsonNode one =
                            caller.get(target.workspace().path("")).is(200).json();
                    assertEquals(
                            listed.get(target.workspace().alias()),
                            one.path("manages").asBoolean());
                    return one.path("manages").asBoolean();
                })
                .toList();
    }

    /** A workspace in which everything is done that shows somebody: by a teammate, and for one. */
    private static Target inhabited(TestRealm realm) {
        Target target = Target.in(realm);
        Api boss = realm.as(target.boss(), "roster:manage");
        String grants = target.workspace().path("/projects/" + target.project() + "/grants");
        boss.post(grants, Map.of("teammate", target.mate().id(), "role", "consumer"))
                .is(201);
        return target;
    }

    private static String ownGrant(Target target, Reply grants) {
        for (JsonNode grant : grants.is(200).json().path("items")) {
            if (grant.path("teammate").asText().equals(target.mate().id())) {
                return grant.path("id").asText();
            }
        }
        throw new AssertionError(grants.text());
    }

    /** Those who may manage this organization and none of its people. */
    private static List<Api> blind(TestRealm realm, Target target) {
        List<Api> blind = new ArrayList<>();
        blind.add(as(realm, realm.administrator("manage-organizations")));
        if (Boolean.TRUE.equals(realm.keycloak().toRepresentation().isAdminPermissionsEnabled())) {
            blind.add(as(realm, realm.delegateWithLists(target.workspace())));
        }
        return blind;
    }

    private static Api as(TestRealm realm, Person administrator) {
        return realm.onAdminSurface(realm.tokens().password(administrator, "openid"));
    }

    /** Which of them an answer names, as it is or in its cursor. */
    private static Set<String> named(Reply reply, List<Person> people) {
        String text = reply.text() + " " + cursor(reply);
        Set<String> named = new TreeSet<>();
        for (Person person : people) {
            // the name, the address and the user name all have it in them
            if (Arrays.asList(text.split("[^A-Za-z0-9]+")).contains(person.username())) {
                named.add(person.username());
            }
        }
        return named;
    }

    private static String cursor(Reply reply) {
        String next = reply.json().path("next").asText("");
        return next.equals("null") ? "" : new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);
    }

    /** Both are refused, with the same words but for the path. */
    private static void alike(Target target, Reply there, Reply nowhere) {
        there.isProblem(403, "forbidden");
        nowhere.isProblem(403, "forbidden");
        String alias = target.workspace().alias();
        assertEquals(there.text(), nowhere.text().replace("x".repeat(alias.length()), alias), there.request());
    }

    private static String nowhere(Target target, String path) {
        String alias = target.workspace().alias();
        return path.replaceFirst("/" + alias + "(?=[/?]|$)", "/" + "x".repeat(alias.length()));
    }

    private void refused(Supplier<Reply> call) {
        new Probe(server).refused(call, 403, "forbidden");
    }

    private void allowed(Supplier<Reply> call) {
        new Probe(server).allowed(call);
    }

    private void finePermissions(boolean on) {
        RealmRepresentation realm = fine.keycloak().toRepresentation();
        realm.setAdminPermissionsEnabled(on);
        fine.keycloak().update(realm);
    }
}
