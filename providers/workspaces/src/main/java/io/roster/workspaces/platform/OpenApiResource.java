// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The description of the whole API, the same for everybody: the build writes it from the code and packages it. */
@Tag(name = "Description", description = "The API about itself.")
public final class OpenApiResource {

    private static final String FILE = "/META-INF/roster/openapi.json";
    private static final int FRESH_SECONDS = 3600;

    @GET
    @Operation(operationId = "getOpenApi", summary = "This description of the API, OpenAPI 3.1.")
    @APIResponseSchema(value = Object.class, responseDescription = "The description.")
    @Terms
    public Response get(@Context Request request) {
        return Answers.kept(request, Document.TAG, Document.TEXT, true, FRESH_SECONDS);
    }

    /** Read when it is first asked for. */
    private static final class Document {

        private static final String TEXT = read();
        private static final String TAG = tag(TEXT);

        private static String read() {
            try (InputStream file = OpenApiResource.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException(
                            FILE + " is not in the JAR: build it with docs/reference beside it");
                }
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String tag(String text) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every Java platform has it
            }
        }
    }
}
