// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Api;
import io.roster.testkit.InjectTestRealm;
import io.roster.testkit.Person;
import io.roster.testkit.Reply;
import io.roster.testkit.RosterOn;
import io.roster.testkit.RosterServer;
import io.roster.testkit.TestRealm;
import io.roster.testkit.Workspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testframework.annotations.InjectRealm;
import org.keycloak.testframework.annotations.KeycloakIntegrationTest;
import org.keycloak.testframework.realm.ManagedRealm;

@KeycloakIntegrationTest(config = RosterServer.class)
@Tag("MATE-1")
class TeammatesSearchIT {

    private static int rounds;

    @InjectRealm(config = RosterOn.class)
    ManagedRealm keycloakRealm;

    @InjectTestRealm
    TestRealm realm;

    private Person zoe;
    private Person jonas;
    private Person li;
    private Workspace acme;
    private Workspace beta;
    private int round;

    @BeforeEach
    void aWorkspaceOfThreeAndOneOfSomebodyElse() {
        round = ++rounds;
        zoe = realm.person("zo" + round, "Zoë Anne", "Abel-Müller", "zoe.abel@r" + round + ".example.com");
        jonas = realm.person("jo" + round, "Jonas", "Müllerson", "mail@r" + round + ".example.com");
        li = realm.person("li" + round, "明", "李", "annika@r" + round + ".example.com");
        acme = realm.workspace(zoe, jonas, li);
        Person other = realm.person("other" + round, "Zoë", "Elsewhere", "zoe@elsewhere" + round + ".example.com");
        beta = realm.workspace(other);
    }

    @Test
    void aSearchFindsBeginningsOfNamesAddressesAndUsernamesInAnyScript() {
        realm.assign(acme, jonas, "admin");
        for (Api caller : List.of(realm.asAdministrator(), realm.as(jonas, "roster:manage"))) {
            assertFound(caller, "search=zoe", zoe);
            assertFound(caller, "search=" + encoded("ZOË"), zoe);
            assertFound(caller, "search=mull", zoe, jonas);
            assertFound(caller, "search=" + encoded("Müller"), zoe, jonas);
            assertFound(caller, "search=" + encoded("zoe mull"), zoe);
            assertFound(caller, "search=" + encoded("anne, zoë"), zoe);
            assertFound(caller, "search=ann", zoe, li);
            assertFound(caller, "search=annika%40r" + round + ".", li);
            assertFound(caller, "search=" + encoded("李"), li);
            assertFound(caller, "search=jo" + round, jonas);
            assertFound(caller, "search=elsewhere");
            assertFound(caller, "search=" + encoded("zoe jonas"));
            assertFound(caller, "search=example");
        }
        assertEquals(
                List.of("other" + round), usernames(realm.asAdministrator().get(beta.path("/teammates?search=zoe"))));
    }

    @Test
    void filtersAndOrdersNarrowAndTurnTheList() {
        realm.assign(acme, jonas, "analyst");
        realm.assign(acme, li, "analyst");
        Api admin = realm.asAdministrator();
        String custom = admin.post(acme.path("/roles"), Map.of("name", "Steward", "from", "analyst"))
                .is(201)
                .json()
                .path("key")
                .asText();

        assertFound(admin, "sort=name", zoe, jonas, li);
        assertFound(admin, "sort=-name", li, jonas, zoe);
        assertFound(admin, "sort=email", li, jonas, zoe);
        assertFound(admin, "sort=-email", zoe, jonas, li);
        assertFound(admin, "sort=joined", zoe, jonas, li);
        assertFound(admin, "sort=-joined", li, jonas, zoe);
        assertFound(admin, "role=analyst&sort=email", li, jonas);
        assertFound(admin, "role=read-only", zoe);
        assertFound(admin, "role=" + custom);
        assertFound(admin, "source=manual", jonas, li);
        assertFound(admin, "source=keycloak&status=active", zoe);
        assertFound(admin, "status=suspended");
        assertFound(admin, "search=mull&role=analyst", jonas);
        assertFound(admin, "search=ann&sort=-name", li, zoe);
        assertFound(admin, "search=ann&sort=email&role=read-only", zoe);

        realm.assign(acme, zoe, custom);
        assertFound(admin, "role=" + custom, zoe);
    }

    @Test
    void aQuestionThatMakesNoSenseIsRefusedAndTheParameterNamed() {
        Api admin = realm.asAdministrator();
        String ofBeta = admin.post(beta.path("/roles"), Map.of("name", "Steward", "from", "analyst"))
                .is(201)
                .json()
                .path("key")
                .asText();
        for (String query : List.of(
                "search=%20",
                "search=-.",
                "search=%27%22%25_%5C",
                "search=%E2%80%8D",
                "search=" + "a".repeat(65),
                "search=" + encoded("a b c d e f g h i"),
                "role=owner",
                "role=" + ofBeta,
                "status=gone",
                "status=ACTIVE",
                "source=guess",
                "sort=-",
                "sort=id",
                "sort=name,email",
                "sort=%2Bname")) {
            Reply refused = admin.get(acme.path("/teammates?" + query)).isProblem(400, "validation");
            assertEquals(Set.of(query.split("=", 2)[0]), refused.violatedFields(), query);
        }
        for (String odd : List.of("%C3%28", "%ED%A0%80", "%F0%9F%98%80", "a".repeat(64))) {
            assertFound(admin, "search=" + odd);
        }
        // Keycloak itself lets no NUL through
        for (String nul : List.of("search=%00", "search=zo%00e", "role=%00")) {
            Reply refused = admin.get(acme.path("/teammates?" + nul)).is(400);
            assertEquals(
                    "Blocking invalid query parameter value",
                    refused.json().path("error").asText(),
                    nul);
        }
        assertFound(admin, "search=zoe", zoe);
        // a form sends the fields that nobody filled
        assertEquals(
                admin.get(acme.path("/teammates")).is(200).text(),
                admin.get(acme.path("/teammates?search=&role=&status=&source=&sort="))
                        .is(200)
                        .text());
    }

    @Test
    void everyListHasPagesAndItsOwnCursors() {
        Api admin = realm.asAdministrator();
        List<String> lists = List.of(
                "sort=name",
                "sort=-name",
                "sort=email",
                "sort=-joined",
                "search=mull",
                "search=zo&sort=email",
                "role=read-only",
                "status=active",
                "source=keycloak");
        for (String list : lists) {
            assertEquals(usernames(admin.get(acme.path("/teammates?" + list))), paged(admin, list), list);
        }
        String next = next(admin, "sort=name");
        assertEquals(List.of(jonas.username()), usernames(page(admin, "max=1&after=" + next)));
        assertEquals(List.of(jonas.username(), li.username()), usernames(page(admin, "max=500&after=" + next)));
        for (String other : List.of(
                "sort=-name",
                "sort=email",
                "search=mull",
                "search=zo",
                "role=read-only",
                "status=active",
                "source=keycloak")) {
            Reply refused = page(admin, other + "&after=" + next).isProblem(400, "validation");
            assertEquals(Set.of("after"), refused.violatedFields(), other);
        }
        admin.get(beta.path("/teammates?sort=name&after=" + next)).isProblem(400, "validation");
        page(admin, "search=mul&after=" + next(admin, "search=mull")).isProblem(400, "validation");
        String joined = new String(Base64.getUrlDecoder().decode(next(admin, "sort=joined")), StandardCharsets.UTF_8);
        for (String value : List.of("\"soon\"", "\"\"", "\"99999999999999999999\"", "\"1e3\"", "7", "null")) {
            String forged = joined.replaceFirst(",[^,]+,", "," + value + ",");
            page(
                            admin,
                            "sort=joined&after="
                                    + Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8)))
                    .isProblem(400, "validation");
        }
        String surrogate = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8)
                .replaceFirst(",\"[^\"]+\",", ",\"\\\\ud800\",");
        page(
                        admin,
                        "sort=name&after="
                                + Base64.getUrlEncoder().encodeToString(surrogate.getBytes(StandardCharsets.UTF_8)))
                .is(200);
    }

    @Test
    void whatChangesInKeycloakIsFoundUnderItsNewNameAndNoLongerUnderTheOld() {
        Api admin = realm.asAdministrator();
        UserResource user = realm.keycloak().users().get(jonas.id());
        UserRepresentation changed = user.toRepresentation();
        changed.setFirstName("Jonathan");
        changed.setLastName("Quinn");
        changed.setEmail("quinn@r" + round + ".example.com");
        user.update(changed);

        assertFound(admin, "search=" + encoded("quinn@"), jonas);
        assertFound(admin, "search=" + encoded("quinn jonathan"), jonas);
        assertFound(admin, "search=" + encoded("mail@"));
        assertFound(admin, "search=mullerson");
        assertFound(admin, "sort=-email", zoe, jonas, li);

        acme.remove(jonas);
        assertFound(admin, "search=quinn");
        beta.add(jonas);
        assertEquals(List.of(jonas.username()), usernames(admin.get(beta.path("/teammates?search=quinn"))));
        assertFound(admin, "search=quinn");
    }

    @Test
    void anAdministratorWhoMayNotViewUsersLearnsNoNameFromSearchOrderAndCursor() {
        Person blind = realm.administrator("view-organizations");
        Api asBlind = realm.onAdminSurface(realm.tokens().password(blind, "openid"));
        for (String telling : List.of(
                "search=zoe",
                "search=zoe&sort=joined",
                "sort=name",
                "sort=-name",
                "sort=email",
                "sort=-email",
                "search=zoe&role=read-only")) {
            Reply refused = asBlind.get(acme.path("/teammates?" + telling)).isProblem(403, "forbidden");
            assertTrue(refused.text().contains("view-users"), refused.text());
        }
        for (String allowed : List.of("", "sort=joined", "role=read-only", "status=active&source=keycloak")) {
            Reply page = asBlind.get(acme.path("/teammates?max=1&" + allowed)).is(200);
            JsonNode first = page.json().path("items").path(0);
            assertEquals(zoe.id(), first.path("id").asText());
            for (String hidden : List.of("username", "name", "email")) {
                assertTrue(first.path(hidden).isNull(), first.toString());
            }
            String cursor = new String(
                    Base64.getUrlDecoder().decode(page.json().path("next").asText()), StandardCharsets.UTF_8);
            assertFalse(cursor.contains("abel") || cursor.contains("zoe"), cursor);
        }

        Person seeing = realm.administrator("view-organizations", "view-users");
        Api asSeeing = realm.onAdminSurface(realm.tokens().password(seeing, "openid"));
        assertFound(asSeeing, "search=zoe", zoe);
        assertFound(asSeeing, "sort=-email", zoe, jonas, li);
        assertFound(asSeeing, "", zoe, jonas, li);
    }

    @Test
    void onlyWhoMayLookAtTeammatesSearchesThem() {
        realm.assign(acme, zoe, "admin");
        String path = acme.path("/teammates?search=zoe");

        realm.asNobody().get(path).isProblem(401, "invalid-token");
        realm.as(zoe, "roster:self").get(path).isProblem(403, "insufficient-scope");
        realm.as(jonas, "roster:manage").get(path).isProblem(403, "forbidden");
        Person outsider = realm.person();
        realm.assign(realm.workspace(outsider), outsider, "admin");
        realm.as(outsider, "roster:manage").get(path).isProblem(404, "not-found");
        realm.as(outsider, "roster:manage").get(acme.path("/teammates?sort=x")).isProblem(404, "not-found");

        assertFound(realm.as(zoe, "roster:manage"), "search=zoe", zoe);
    }

    private void assertFound(Api caller, String query, Person... expected) {
        assertEquals(
                Arrays.stream(expected).map(Person::username).toList(),
                usernames(caller.get(acme.path("/teammates?" + query))),
                query);
    }

    private List<String> paged(Api caller, String query) {
        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null && seen.size() < 10) {
            Reply page = page(caller, query + "&max=1" + after);
            seen.addAll(usernames(page));
            JsonNode next = page.json().path("next");
            after = next.isNull() ? null : "&after=" + next.asText();
        }
        return seen;
    }

    private String next(Api caller, String query) {
        return page(caller, query + "&max=1").is(200).json().path("next").asText();
    }

    private Reply page(Api caller, String query) {
        return caller.get(acme.path("/teammates?" + query));
    }

    private static List<String> usernames(Reply page) {
        List<String> usernames = new ArrayList<>();
        page.is(200)
                .json()
                .path("items")
                .forEach(item -> usernames.add(item.path("username").asText()));
        return usernames;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
