// SPDX-License-Identifier: Apache-2.0
import io.mvnpm.esbuild.Bundler;
import io.mvnpm.esbuild.model.BundleOptions;
import io.mvnpm.esbuild.model.BundleOptionsBuilder;
import io.mvnpm.esbuild.model.EsBuildConfig;
import io.mvnpm.esbuild.model.EsBuildConfigBuilder;
import io.mvnpm.esbuild.model.WebDependency.WebDependencyType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Bundles the console's TypeScript and writes the themes around it. The names of the bundles carry a hash of what is in
 * them, so browsers may keep them for ever. Maven runs this as a source file, with its build's class path.
 */
final class Bundle {

    private static final List<String> ENTRIES = List.of("roster.ts", "roster.css", "account.ts");

    /** What somebody has to wait for at the first visit, as it is sent: compressed. */
    private static final int LARGEST = 100_000;

    private final Path web;
    private final Path work;
    private final Path classes;

    private Bundle(Path module) {
        this.web = module.resolve("src/main/web");
        this.work = module.resolve("target/web");
        this.classes = module.resolve("target/classes");
    }

    public static void main(String[] args) throws IOException {
        Bundle bundle = new Bundle(Path.of(args[1]).toRealPath());
        if (args[0].equals("check")) {
            bundle.check();
        } else {
            bundle.write();
        }
    }

    private void write() throws IOException {
        clear(work);
        clear(classes.resolve("theme"));
        copy(web, work);
        Map<String, Path> bundles = bundle();
        String script = name(bundles, "roster.ts");
        String style = name(bundles, "roster.css");
        String account = name(bundles, "account.ts");
        int size = compressed(bundles.get("roster.ts")) + compressed(bundles.get("roster.css"));
        if (size > LARGEST) {
            throw new IllegalStateException(
                    "script and style have " + size + " bytes compressed, and may have " + LARGEST);
        }
        theme("admin", "keycloak.v2", script, style, List.of(bundles.get("roster.ts"), bundles.get("roster.css")));
        theme("account", "keycloak.v3", account, null, List.of(bundles.get("account.ts")));
        write("META-INF/roster/console.properties", "script=" + script + "\nstyle=" + style + "\n");
    }

    /** The bundler takes types away without a look at them. Its Deno, which the work folder has by now, can read them. */
    private void check() throws IOException {
        Path deno;
        try (Stream<Path> files = Files.walk(work.resolve("node_modules/@deno"))) {
            deno = files.filter(file -> file.getFileName().toString().matches("deno(\\.exe)?"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(work.resolve("package.json"), "{\"dependencies\": {\"lit\": \"*\"}}\n");
        List<String> command = Stream.concat(
                        Stream.of(deno.toAbsolutePath().toString(), "check", "--quiet"),
                        ENTRIES.stream().filter(entry -> entry.endsWith(".ts")))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(work.toFile()).inheritIO();
        builder.environment()
                .put("DENO_DIR", work.resolveSibling("deno").toAbsolutePath().toString());
        builder.environment().put("DENO_NO_UPDATE_CHECK", "1");
        builder.environment().put("NO_COLOR", "1");
        try {
            if (builder.start().waitFor() != 0) {
                System.exit(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From the name of an entry to what it became. */
    private Map<String, Path> bundle() throws IOException {
        EsBuildConfig config = new EsBuildConfigBuilder()
                .bundle()
                .minify()
                .format(EsBuildConfig.Format.ESM)
                .entryNames("[name]-[hash]")
                .build();
        BundleOptionsBuilder options = BundleOptions.builder()
                .withWorkDir(work)
                .withEsConfig(config)
                .withDependencies(dependencies(), WebDependencyType.MVNPM);
        ENTRIES.forEach(options::addEntryPoint);
        Path dist = Bundler.bundle(options.build(), true).dist();
        try (Stream<Path> made = Files.list(dist)) {
            List<Path> files = made.toList();
            return ENTRIES.stream()
                    .collect(Collectors.toMap(
                            entry -> entry,
                            entry -> files.stream()
                                    .filter(file ->
                                            matches(entry, file.getFileName().toString()))
                                    .findFirst()
                                    .orElseThrow(() -> new IllegalStateException("no bundle was made of " + entry))));
        }
    }

    private static int compressed(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            Files.copy(file, zip);
        }
        return bytes.size();
    }

    private static boolean matches(String entry, String file) {
        String name = entry.substring(0, entry.indexOf('.'));
        String kind = entry.endsWith(".css") ? "css" : "js";
        return file.matches(name + "-[A-Z0-9]+\\." + kind);
    }

    /** Packages of npm are in the group org.mvnpm. */
    private static List<Path> dependencies() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(jar -> jar.replace('\\', '/').contains("/org/mvnpm/"))
                .filter(jar -> !jar.replace('\\', '/').matches(".*/org/mvnpm/(at/)?(esbuild|deno)/.*"))
                .map(Path::of)
                .toList();
    }

    private static String name(Map<String, Path> bundles, String entry) {
        return "assets/" + bundles.get(entry).getFileName();
    }

    private void theme(String kind, String parent, String script, String style, List<Path> assets) throws IOException {
        String folder = "theme/roster/" + kind + "/";
        write(
                folder + "theme.properties",
                "parent=" + parent + "\nscripts=" + script + "\n" + (style == null ? "" : "styles=" + style + "\n"));
        for (Path asset : assets) {
            Path target = classes.resolve(folder + "resources/assets/" + asset.getFileName());
            Files.createDirectories(target.getParent());
            Files.copy(asset, target);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The bundler takes the entries alone into its work folder, and what they import has to be there too. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Bundle::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
