// SPDX-License-Identifier: Apache-2.0
package io.roster.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.roster.testkit.Json;
import io.roster.testkit.Person;
import io.roster.testkit.RosterOff;
import io.roster.testkit.TestRealm;
import io.roster.testkit.TokenReply;
import io.roster.testkit.Workspace;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.testframework.realm.ClientBuilder;

/** Apps of a realm, each with the mapper 'Workspace permissions as client roles' and without the scope of the claim. */
final class ClientRoleApps {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final TestRealm realm;

    ClientRoleApps(TestRealm realm) {
        this.realm = realm;
    }

    /** An app with the mapper as an administrator adds it, with these settings besides the usual ones. */
    String app(String... settings) {
        String app = bare();
        assertEquals("", save(app, settings));
        return app;
    }

    /** An app that comes with the mapper, as in an import: then Keycloak doesn't ask whether it is valid. */
    String imported(String... settings) {
        return create(mapper(settings));
    }

    /** An app without the mapper. */
    String bare() {
        return create();
    }

    /** Adds the mapper to a client. Gives an empty text where Keycloak saved it, else what it says. */
    String save(String client, String... settings) {
        try (Response response = realm.client(client).getProtocolMappers().createMapper(mapper(settings))) {
            if (response.getStatus() == 201) {
                return "";
            }
            String body = response.readEntity(String.class);
            assertEquals(400, response.getStatus(), body);
            return Json.read(body).path("error_description").asText();
        }
    }

    /** A token of this app for this workspace. */
    TokenReply token(String app, Person person, Workspace workspace, String... scopes) {
        return realm.tokens(app)
                .password(person, "openid organization:" + workspace.alias() + " " + String.join(" ", scopes));
    }

    JsonNode userinfo(String app, TokenReply token) {
        return realm.tokens(app).userinfo(token).is(200).json();
    }

    JsonNode introspected(TokenReply token) {
        JsonNode answer = realm.tokens(RosterOff.ROBOT, RosterOff.ROBOT)
                .introspect(token)
                .is(200)
                .json();
        assertTrue(answer.path("active").asBoolean(), answer.toString());
        return answer;
    }

    /** The roles of this app in what userinfo or introspection answered. */
    static List<String> roles(String app, JsonNode answer) {
        return Json.texts(answer.path("resource_access").path(app).path("roles"));
    }

    private String create(ProtocolMapperRepresentation... mappers) {
        String id = "app" + NUMBERS.incrementAndGet();
        ClientBuilder client = ClientBuilder.create(id)
                .publicClient()
                .directAccessGrantsEnabled()
                .protocolMappers(audience(RosterOff.ROBOT))
                .protocolMappers(mappers);
        try (Response response = realm.keycloak().clients().create(client.build())) {
            assertEquals(201, response.getStatus());
        }
        return id;
    }

    static ProtocolMapperRepresentation mapper(String... settings) {
        Map<String, String> config = new HashMap<>(Map.of(
                "access.token.claim", "true", "userinfo.token.claim", "true", "introspection.token.claim", "true"));
        Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> config.put(setting[0], setting[1]));
        return mapper("client roles", "roster-client-roles-mapper", config);
    }

    /** Lets that client introspect tokens, or go on from them. */
    static ProtocolMapperRepresentation audience(String client) {
        return mapper(
                "audience " + client,
                "oidc-audience-mapper",
                Map.of("included.client.audience", client, "access.token.claim", "true"));
    }

    private static ProtocolMapperRepresentation mapper(String name, String kind, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(kind);
        mapper.setConfig(config);
        return mapper;
    }
}
