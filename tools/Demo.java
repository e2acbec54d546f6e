// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs Keycloak with Roster and the demo realm on the loopback address until Ctrl-C. {@code ./dev run} builds and
 * unpacks, then starts this source file as it is; so it uses the JDK alone.
 *
 * <p>Every run imports the realm anew, so that what it shows is what the sources say; {@code --keep} keeps the data.
 * The sign-ins and tokens that it prints come from the realm file too.
 */
class Demo {
    private static final Path REALM_FILE = Path.of("realm-export/roster-demo.json");
    private static final Path LOG = Path.of(".run/keycloak.log");
    private static final Path PID = Path.of(".run/keycloak.pid");
    private static final String CLIENT = "demo-app";
    private static final String CLAIM = "workspace";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Options options;
    private final Realm realm;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String base;

    private Demo(Options options) throws IOException {
        this.options = options;
        this.realm = Realm.read(REALM_FILE);
    }

    public static void main(String[] args) throws Exception {
        try {
            System.exit(new Demo(Options.parse(args)).run());
        } catch (Refusal refusal) {
            System.err.println("dev run: " + refusal.getMessage());
            System.exit(refusal.status);
        }
    }

    private int run() throws Exception {
        refuseSecondRun();
        prepareServer();
        int port = freePort(options.port);
        base = "http://127.0.0.1:" + port;
        Process keycloak = start(port);
        awaitRealm(keycloak);
        showAddresses();
        showSignIns();
        boolean claims = showToken("analyst") & showToken("admin");
        if (options.once) {
            return claims ? 0 : 1;
        }
        System.out.println("\nRunning. Ctrl-C stops it.");
        keycloak.waitFor();
        throw new Refusal("Keycloak has stopped by itself:\n" + endOfLog());
    }

    /** Two servers on one data folder, or an import under a running one, would spoil the database. */
    private static void refuseSecondRun() throws IOException {
        if (!Files.exists(PID)) {
            return;
        }
        ProcessHandle.of(Long.parseLong(Files.readString(PID).strip()))
                .filter(Demo::isKeycloak)
                .ifPresent(process -> {
                    throw new Refusal("it runs already, as process " + process.pid() + ": stop that one first");
                });
    }

    /** The number alone says nothing: the system may have given it to another process since. */
    private static boolean isKeycloak(ProcessHandle process) {
        String home = Path.of(".run").toAbsolutePath().toString();
        return process.info().commandLine().orElse("").contains(home);
    }

    private void prepareServer() throws IOException {
        Path data = options.server.resolve("data");
        deleteTree(options.keep ? data.resolve("import") : data);
        Files.createDirectories(data.resolve("import"));
        Files.copy(REALM_FILE, data.resolve("import").resolve(REALM_FILE.getFileName()));

        Path providers = options.server.resolve("providers");
        List<Path> names = options.jars.stream().map(Path::getFileName).toList();
        for (Path file : list(providers)) {
            if (file.toString().endsWith(".jar") && !names.contains(file.getFileName())) {
                Files.delete(file);
            }
        }
        for (Path jar : options.jars) {
            Path installed = providers.resolve(jar.getFileName());
            // Keycloak builds itself anew, for half a minute, when a provider's time changes: not for equal bytes.
            if (!Files.exists(installed) || Files.mismatch(jar, installed) != -1) {
                Files.copy(jar, installed, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static int freePort(int wanted) {
        for (int port = wanted; port < Math.min(wanted + 100, 65536); port++) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (port != wanted) {
                    System.out.println("Port " + wanted + " is taken, so this run uses " + port + ".");
                }
                return probe.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new Refusal("no free port from " + wanted + " on: name another with --port");
    }

    private Process start(int port) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                options.server.toAbsolutePath().resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        // The caller's own Keycloak settings (a database, say) must not reach the demo.
        command.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        command.redirectErrorStream(true).redirectOutput(LOG.toFile());
        System.out.println("Starting Keycloak (log: " + LOG + ") ...");
        Process keycloak = command.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(keycloak)));
        Files.writeString(PID, keycloak.pid() + "\n");
        return keycloak;
    }

    /** Children too: while Keycloak builds itself, the server is a child of its script. */
    private static void stop(Process keycloak) {
        List<ProcessHandle> all = Stream.concat(keycloak.descendants(), Stream.of(keycloak.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!keycloak.waitFor(20, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
            Files.deleteIfExists(PID);
        } catch (InterruptedException | IOException leftOver) {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void awaitRealm(Process keycloak) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers("/realms/" + realm.name())) {
            if (!keycloak.isAlive()) {
                throw new Refusal("Keycloak did not start:\n" + endOfLog());
            }
            if (System.nanoTime() > end) {
                throw new Refusal("Keycloak is not ready after " + PATIENCE.toMinutes() + " minutes:\n" + endOfLog());
            }
            Thread.sleep(300);
        }
    }

    private boolean answers(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void showAddresses() {
        String realmPath = "/realms/" + realm.name();
        System.out.printf("""

                Admin console     %1$s/admin/  (admin / admin, all realms)
                Realm's console   %1$s/admin/%2$s/console/
                Account console   %1$s%3$s/account
                REST, people      %1$s%3$s/roster/v1
                REST, admins      %1$s/admin%3$s/roster/v1
                Catalogue         %1$s%3$s/roster/v1/catalogue
                """, base, realm.name(), realmPath);
    }

    private void showSignIns() {
        System.out.println("\nDemo sign-ins (name / password, person, role in each workspace)");
        for (Person person : realm.people()) {
            System.out.printf("  %-16s %-20s %s%n", person.login(), person.name(), person.place());
        }
    }

    /** Signs in the first person with this role in one workspace only; says whether the token has the claim. */
    private boolean showToken(String role) throws Exception {
        Person person = realm.people().stream()
                .filter(p -> p.roles().size() == 1 && p.roles().containsValue(role))
                .findFirst()
                .orElseThrow(() -> new Refusal(REALM_FILE + " has nobody with the role " + role));
        String form = Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        CLIENT,
                        "username",
                        person.username(),
                        "password",
                        person.password(),
                        "scope",
                        "openid")
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(base + "/realms/" + realm.name() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        System.out.println("\nAccess token of " + person.name() + " (" + person.place() + ") for " + CLIENT + ":");
        if (response.statusCode() != 200) {
            System.out.println("  none: " + response.statusCode() + " " + response.body());
            return false;
        }
        String token = (String) object(Json.parse(response.body())).get("access_token");
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        Object claim =
                object(Json.parse(new String(payload, StandardCharsets.UTF_8))).get(CLAIM);
        System.out.println(claim == null ? "  no claim \"" + CLAIM + "\"" : Json.show(CLAIM, claim));
        return claim != null;
    }

    private static String endOfLog() throws IOException {
        try (Stream<String> lines = Files.lines(LOG)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 30), all.size()));
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException vanished) {
            throw vanished.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json) {
        return json == null ? Map.of() : (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> array(Object json) {
        return json == null ? List.of() : (List<Object>) json;
    }

    /** Ends the program with a line for the person at the terminal, and no stack trace. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;

        Refusal(String message) {
            this(message, 1);
        }

        Refusal(String message, int status) {
            super(message);
            this.status = status;
        }
    }

    private record Options(Path server, List<Path> jars, int port, boolean keep, boolean once) {
        static Options parse(String[] args) {
            Path server = null;
            List<Path> jars = new ArrayList<>();
            int port = 8080;
            boolean keep = false;
            boolean once = false;
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--server" -> server = Path.of(valueOf(args, ++i));
                    case "--jar" -> jars.add(Path.of(valueOf(args, ++i)));
                    case "--port" -> port = portOf(valueOf(args, ++i));
                    case "--keep" -> keep = true;
                    case "--once" -> once = true;
                    default -> throw new Refusal("there is no option '" + args[i] + "'; ./dev lists them", 2);
                }
            }
            return new Options(server, jars, port, keep, once);
        }

        private static String valueOf(String[] args, int i) {
            if (i == args.length) {
                throw new Refusal(args[i - 1] + " needs a value", 2);
            }
            return args[i];
        }

        private static int portOf(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
                throw new Refusal("--port needs a number from 1 to 65535, not '" + text + "'", 2);
            }
            return Integer.parseInt(text);
        }
    }

    /** A demo sign-in; {@code roles}: workspace to role, empty for somebody who is in none. */
    private record Person(String username, String password, String name, Map<String, String> roles, boolean admin) {
        String login() {
            return username + " / " + password;
        }

        String place() {
            if (roles.isEmpty()) {
                return admin ? "realm administrator" : "no workspace";
            }
            return roles.entrySet().stream()
                    .map(role -> role.getKey() + ": " + role.getValue())
                    .collect(Collectors.joining(", "));
        }
    }

    /** What the realm file says about its people. */
    private record Realm(String name, List<Person> people) {
        static Realm read(Path file) throws IOException {
            Map<String, Object> json = object(Json.parse(Files.readString(file)));
            String seedText = (String) object(json.get("attributes")).get("roster.import");
            Map<String, Object> seed = object(object(Json.parse(seedText)).get("workspaces"));
            List<Person> people = new ArrayList<>();
            for (Object entry : array(json.get("users"))) {
                Map<String, Object> user = object(entry);
                String username = (String) user.get("username");
                Object password = object(array(user.get("credentials")).get(0)).get("value");
                people.add(new Person(
                        username,
                        (String) password,
                        user.get("firstName") + " " + user.get("lastName"),
                        rolesOf(username, array(json.get("organizations")), seed),
                        object(user.get("clientRoles")).containsKey("realm-management")));
            }
            return new Realm((String) json.get("realm"), people);
        }

        private static Map<String, String> rolesOf(String username, List<Object> workspaces, Map<String, Object> seed) {
            Map<String, String> roles = new LinkedHashMap<>();
            for (Object entry : workspaces) {
                Map<String, Object> workspace = object(entry);
                String alias = (String) workspace.get("alias");
                boolean member = array(workspace.get("members")).stream()
                        .anyMatch(m -> username.equals(object(m).get("username")));
                if (member) {
                    Object role =
                            object(object(seed.get(alias)).get("teammates")).get(username);
                    roles.put(alias, role == null ? "the default role" : (String) role);
                }
            }
            return roles;
        }
    }

    /** As much JSON as this file needs, for valid input: the JDK has none. */
    private static final class Json {
        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        /** Objects as maps, arrays as lists, strings as strings, everything else as {@link Literal}. */
        static Object parse(String text) {
            return new Json(text).value();
        }

        /** One field a line, what is inside it on that line. */
        static String show(String name, Object value) {
            if (!(value instanceof Map<?, ?> fields)) {
                return "  " + quote(name) + ": " + inline(value);
            }
            return fields.entrySet().stream()
                    .map(field -> "    " + quote((String) field.getKey()) + ": " + inline(field.getValue()))
                    .collect(Collectors.joining(",\n", "  " + quote(name) + ": {\n", "\n  }"));
        }

        private record Literal(String text) {}

        private Object value() {
            char first = peek();
            if (first == '{') {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (at++; peek() != '}'; skip(',')) {
                    String name = string();
                    skip(':');
                    fields.put(name, value());
                }
                at++;
                return fields;
            }
            if (first == '[') {
                List<Object> items = new ArrayList<>();
                for (at++; peek() != ']'; skip(',')) {
                    items.add(value());
                }
                at++;
                return items;
            }
            if (first == '"') {
                return string();
            }
            int start = at;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return new Literal(text.substring(start, at));
        }

        private char peek() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.charAt(at);
        }

        private void skip(char separator) {
            if (peek() == separator) {
                at++;
            }
        }

        private String string() {
            peek();
            StringBuilder string = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                char c = text.charAt(at);
                if (c != '\\') {
                    string.append(c);
                    continue;
                }
                char escaped = text.charAt(++at);
                int control = "bfnrt".indexOf(escaped);
                if (escaped == 'u') {
                    string.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                } else {
                    string.append(control < 0 ? escaped : "\b\f\n\r\t".charAt(control));
                }
            }
            at++;
            return string.toString();
        }

        private static String inline(Object value) {
            if (value instanceof Map<?, ?> fields) {
                return fields.entrySet().stream()
                        .map(field -> quote((String) field.getKey()) + ": " + inline(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            }
            if (value instanceof List<?> items) {
                return items.stream().map(Json::inline).collect(Collectors.joining(", ", "[", "]"));
            }
            return value instanceof Literal literal ? literal.text() : quote((String) value);
        }

        private static String quote(String string) {
            return '"' + string.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }
    }
}
