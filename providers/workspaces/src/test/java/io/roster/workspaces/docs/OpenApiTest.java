// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The description of the API is what the code has, is checked in, and is OpenAPI. */
class OpenApiTest {

    @Test
    void theDescriptionIsWhatTheCodeHas() throws IOException {
        GeneratedFile.check("openapi.json", ApiDescription.json());
    }

    @Test
    void theDescriptionIsOpenApi() throws IOException {
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(ApiDescription.json());
        assertEquals(List.of(), read.getMessages());
        assertNotNull(read.getOpenAPI());
        assertEquals("3.1.0", read.getOpenAPI().getOpenapi());
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() throws IOException {
        List<String> ids = new ArrayList<>();
        new ObjectMapper()
                .readTree(ApiDescription.json())
                .path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("operationId")) {
                        ids.add(operation.path("operationId").asText());
                    }
                }));
        assertEquals(Endpoints.all().size(), ids.size());
        assertEquals(ids.stream().distinct().toList(), ids);
    }
}
