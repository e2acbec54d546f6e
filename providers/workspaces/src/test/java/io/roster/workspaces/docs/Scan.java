// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import io.roster.access.Catalogue;
import io.roster.workspaces.AdminWorkspacesApi;
import io.roster.workspaces.WorkspacesApi;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** What SmallRye OpenAPI reads from the compiled classes: paths, parameters, bodies, schemas. */
final class Scan {

    /** Says of every word that begins like a number, {@code -name} for instance, that it is none. */
    private static final Logger PARSER = Logger.getLogger("io.smallrye.openapi.runtime.io");

    static {
        PARSER.setLevel(Level.WARNING);
    }

    private Scan() {}

    static SmallRyeOpenAPI of(Index classes, OASFilter filter) {
        return SmallRyeOpenAPI.builder()
                .withIndex(classes)
                .enableModelReader(false)
                .enableStandardFilter(false)
                .enableStandardStaticFiles(false)
                .addFilter(filter)
                .build();
    }

    /** Everything that is shipped, in an order that is the same on every machine. */
    static Index classes() throws IOException {
        Indexer indexer = new Indexer();
        for (Class<?> shipped : List.of(WorkspacesApi.class, Catalogue.class)) {
            java.nio.file.Path home = home(shipped);
            if (Files.isDirectory(home)) {
                index(indexer, home);
            } else {
                // later in a build the other module is a JAR
                try (FileSystem jar = FileSystems.newFileSystem(home)) {
                    index(indexer, jar.getPath("/"));
                }
            }
        }
        indexer.indexClass(PeopleRoot.class);
        indexer.indexClass(AdminRoot.class);
        return indexer.complete();
    }

    private static void index(Indexer indexer, java.nio.file.Path folder) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(folder)) {
            List<java.nio.file.Path> classes = files.filter(
                            file -> file.toString().endsWith(".class"))
                    .sorted(Comparator.comparing(java.nio.file.Path::toString))
                    .toList();
            for (java.nio.file.Path file : classes) {
                try (InputStream bytes = Files.newInputStream(file)) {
                    indexer.index(bytes);
                }
            }
        }
    }

    private static java.nio.file.Path home(Class<?> type) {
        try {
            return java.nio.file.Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keycloak locates our resources; a rooted class stands for that, in tests only. */
    @Path("/realms/{realm}/roster")
    static final class PeopleRoot {

        @Path("")
        public WorkspacesApi api(@PathParam("realm") String realm) {
            throw new UnsupportedOperationException();
        }
    }

    /** The same for the other surface. */
    @Path("/admin/realms/{realm}/roster")
    static final class AdminRoot {

        @Path("")
        public AdminWorkspacesApi api(@PathParam("realm") String realm) {
            throw new UnsupportedOperationException();
        }
    }
}
