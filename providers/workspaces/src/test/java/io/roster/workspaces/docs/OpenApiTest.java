// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.roster.workspaces.platform.RequestBody;
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

    /** The words of {@code @RequestBodySchema} are nothing to the compiler; what {@code RequestBody} is asked for is. */
    @Test
    void everyHandlerReadsTheBodyThatItDeclares() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.roster.workspaces");
        int bodies = 0;
        for (Endpoint endpoint : Endpoints.all()) {
            JavaMethod handler = classes.get(endpoint.handler().getDeclaringClass())
                    .getMethod(endpoint.handler().getName(), endpoint.handler().getParameterTypes());
            boolean reads = handler.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(RequestBody.class));
            assertEquals(endpoint.body() != null, reads, endpoint.line());
            if (reads) {
                bodies++;
                assertEquals(
                        List.of(endpoint.body().getName()),
                        handler.getReferencedClassObjects().stream()
                                .map(object -> object.getRawType().getName())
                                .toList(),
                        endpoint.line());
            }
        }
        assertTrue(bodies > 5, "bodies: " + bodies);
    }
}
