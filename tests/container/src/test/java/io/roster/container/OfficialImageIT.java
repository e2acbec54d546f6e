// SPDX-License-Identifier: Apache-2.0
package io.roster.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.MountableFile;

/** The official image with the JAR and the demo realm gives the tokens that the README shows. */
@Tag("REALM-1")
class OfficialImageIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void dockerAnswers() {
        boolean answers = DockerClientFactory.instance().isDockerAvailable();
        if (!answers) {
            System.out.println("Skipped: no Docker engine answers, and -Pcontainer needs one.");
        }
        assumeTrue(answers, "no Docker engine answers, and -Pcontainer needs one");
    }

    @Test
    void aTokenOfTheDemoRealmHasTheClaim() throws Exception {
        try (KeycloakContainer keycloak = new KeycloakContainer(System.getProperty("roster.container.image"))
                .withProviderLibsFrom(List.of(new File(System.getProperty("roster.container.jar"))))
                .withCopyFileToContainer(
                        MountableFile.forHostPath("../../realm-export/roster-demo.json"),
                        "/opt/keycloak/data/import/roster-demo.json")
                .withCustomCommand("--import-realm")) {
            keycloak.start();
            String url = keycloak.getAuthServerUrl().replaceAll("/$", "");

            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(url + "/realms/roster-demo/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=password&client_id=demo-app&username=ines"
                                    + "&password=demo&scope=openid%20workspace%20organization%3Aacme"))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
            String token = JSON.readTree(answer.body()).path("access_token").asText();
            JsonNode claim = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                    .path("workspace");
            assertEquals("acme", claim.path("alias").asText(), claim.toString());
            assertEquals("_wc", claim.path("bits").asText(), claim.toString());

            HttpResponse<String> catalogue = HTTP.send(
                    HttpRequest.newBuilder(URI.create(url + "/realms/roster-demo/roster/v1/catalogue"))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(200, catalogue.statusCode());
            assertTrue(catalogue.body().contains("charts.run"));
        }
    }
}
