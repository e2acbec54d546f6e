// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the server that {@code ./dev run} has built and filled, on the loopback address until Ctrl-C, and shows what is
 * in it. It is started as a source file, so it is one file and uses the JDK alone.
 *
 * <p>Arguments: the server's folder, the port wished for, and perhaps {@code --once}. The sign-ins and tokens that it
 * prints come from the realm file.
 */
record Demo(Path server, URI base, Realm realm, HttpClient http) {
    private static final Path REALM_FILE = Path.of("realm-export/roster-demo.json");
    private static final Path LOG = Path.of(".run/keycloak.log");
    /** The processes of this run: {@code ./dev run} has put its own there, and refuses while one of them lives. */
    private static final Path PIDS = Path.of(".run/pids");

    private static final String CLIENT = "demo-app";
    private static final String CLAIM = "workspace";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Keycloak's end is no failure once somebody has pressed Ctrl-C. */
    private static volatile boolean stopping;

    public static void main(String[] args) throws Exception {
        try {
            URI base = URI.create("http://127.0.0.1:" + freePort(Integer.parseInt(args[1])));
            Demo demo = new Demo(Path.of(args[0]).toAbsolutePath(), base, Realm.read(), HttpClient.newHttpClient());
            System.exit(demo.run(List.of(args).contains("--once")));
        } catch (Refusal refusal) {
            if (!stopping) {
                System.err.println("dev run: " + refusal.getMessage());
            }
            System.exit(1);
        }
    }

    private int run(boolean once) throws Exception {
        Process keycloak = start();
        awaitRealm(keycloak);
        showWorkspacesToAdministratorsOfAllRealms();
        showAddresses();
        showSignIns();
        boolean claims = showToken("analyst") & showToken("admin");
        if (once) {
            return claims ? 0 : 1;
        }
        System.out.println("\nRunning. Ctrl-C stops it.");
        keycloak.waitFor();
        throw new Refusal("Keycloak has stopped by itself:\n" + endOfLog());
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

    private Process start() throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                server.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=" + base.getHost(),
                "--http-port=" + base.getPort());
        // The caller's own Keycloak settings (a database, say) must not reach the demo.
        command.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        command.redirectErrorStream(true).redirectOutput(LOG.toFile());
        System.out.println("Starting Keycloak (log: " + LOG + ") ...");
        Process keycloak = command.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(keycloak)));
        Files.writeString(PIDS, keycloak.pid() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return keycloak;
    }

    /** Children too: while Keycloak builds itself, the server is a child of its script and outlives it. */
    private static void stop(Process keycloak) {
        stopping = true;
        List<ProcessHandle> all = Stream.concat(keycloak.descendants(), Stream.of(keycloak.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 20, TimeUnit.SECONDS)
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
        PIDS.toFile().delete();
    }

    private void awaitRealm(Process keycloak) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers("/realms/" + realm.name)) {
            if (keycloak.waitFor(300, TimeUnit.MILLISECONDS)) {
                throw new Refusal("Keycloak did not start:\n" + endOfLog());
            }
            if (System.nanoTime() > end) {
                throw new Refusal("Keycloak is not ready after " + PATIENCE.toMinutes() + " minutes:\n" + endOfLog());
            }
        }
    }

    private boolean answers(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * The theme of the realm that somebody signs in to counts, whichever realm they look at. It is never the server's
     * default theme: that would be the login pages' too.
     */
    private void showWorkspacesToAdministratorsOfAllRealms() throws Exception {
        HttpResponse<String> token = signIn("master", "admin-cli", "admin", "admin");
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/admin/realms/master"))
                .header(
                        "Authorization",
                        "Bearer " + new Json(token.body()).get("access_token").string())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"adminTheme\": \"roster\"}"))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 204) {
            throw new Refusal("the admin console has no Workspaces: " + response.statusCode() + " " + response.body());
        }
    }

    private void showAddresses() {
        System.out.printf("""

                Admin console     %1$s/admin/  (admin / admin, all realms)
                Realm's console   %1$s/admin/%2$s/console/
                Workspaces        %1$s/realms/%2$s/roster/console  (their people; 'Workspaces' in the other consoles)
                Account console   %1$s/realms/%2$s/account
                REST, people      %1$s/realms/%2$s/roster/v1
                REST, admins      %1$s/admin/realms/%2$s/roster/v1
                Catalogue         %1$s/realms/%2$s/roster/v1/catalogue
                """, base, realm.name);
    }

    private void showSignIns() {
        System.out.println("\nDemo sign-ins (name / password, person, role in each workspace)");
        for (Person person : realm.people) {
            String signIn = person.username + " / " + person.password;
            System.out.printf("  %-16s %-20s %s%n", signIn, person.name, person.place());
        }
    }

    /** Signs in the first person with this role in one workspace only; says whether the token has the claim. */
    private boolean showToken(String role) throws Exception {
        Person person = realm.people.stream()
                .filter(p -> p.roles.size() == 1 && p.roles.containsValue(role))
                .findFirst()
                .orElseThrow(() -> new Refusal(REALM_FILE + " has nobody with the role " + role));
        HttpResponse<String> response = signIn(realm.name, CLIENT, person.username, person.password);
        System.out.println("\nAccess token of " + person.name + " (" + person.place() + ") for " + CLIENT + ":");
        if (response.statusCode() != 200) {
            System.out.println("  none: " + response.statusCode() + " " + response.body());
            return false;
        }
        String token = new Json(response.body()).get("access_token").string();
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        Json claim = new Json(new String(payload, StandardCharsets.UTF_8)).get(CLAIM);
        if (claim == Json.NONE) {
            System.out.println("  no claim \"" + CLAIM + "\"");
            return false;
        }
        System.out.println(claim.fields().entrySet().stream()
                .map(field -> "    \"" + field.getKey() + "\": " + field.getValue().text)
                .collect(Collectors.joining(",\n", "  \"" + CLAIM + "\": {\n", "\n  }")));
        return true;
    }

    private HttpResponse<String> signIn(String realm, String client, String username, String password)
            throws IOException, InterruptedException {
        String form = "grant_type=password&scope=openid&client_id=" + client + "&username=" + username + "&password="
                + password;
        HttpRequest request = HttpRequest.newBuilder(
                        base.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(LOG);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    /** Ends the program with a line for the person at the terminal, and no stack trace. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refusal(String message) {
            super(message);
        }
    }

    /** A demo sign-in; {@code roles}: workspace to role, empty for somebody who is in none. */
    private record Person(String username, String password, String name, Map<String, String> roles, boolean admin) {
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
        static Realm read() throws IOException {
            Json json = new Json(Files.readString(REALM_FILE));
            List<Person> people = new ArrayList<>();
            for (Json user : json.get("users").items()) {
                people.add(new Person(
                        user.get("username").string(),
                        user.get("credentials").items().get(0).get("value").string(),
                        user.get("firstName").string() + " "
                                + user.get("lastName").string(),
                        rolesOf(user.get("username"), json),
                        user.get("clientRoles").fields().containsKey("realm-management")));
            }
            return new Realm(json.get("realm").string(), people);
        }

        private static Map<String, String> rolesOf(Json username, Json realm) {
            Json seed = new Json(realm.get("attributes").get("roster.import").string()).get("workspaces");
            Map<String, String> roles = new LinkedHashMap<>();
            for (Json workspace : realm.get("organizations").items()) {
                if (workspace.get("members").items().stream().anyMatch(m -> username.equals(m.get("username")))) {
                    String alias = workspace.get("alias").string();
                    Json role = seed.get(alias).get("teammates").get(username.string());
                    roles.put(alias, role == Json.NONE ? "read-only (by default)" : role.string());
                }
            }
            return roles;
        }
    }

    /** A JSON value as its text, taken apart on demand: the JDK has no JSON. For valid input without Unicode escapes. */
    private record Json(String text) {
        static final Json NONE = new Json("{}");

        Json get(String name) {
            return fields().getOrDefault(name, NONE);
        }

        Map<String, Json> fields() {
            List<Json> items = items();
            Map<String, Json> fields = new LinkedHashMap<>();
            for (int i = 0; i < items.size(); i += 2) {
                fields.put(items.get(i).string(), items.get(i + 1));
            }
            return fields;
        }

        /** The values of a list, or names and values of an object in turn. */
        List<Json> items() {
            List<Json> items = new ArrayList<>();
            boolean quoted = false;
            int depth = 0;
            int from = 1;
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                if (quoted) {
                    at += c == '\\' ? 1 : 0;
                    quoted = c != '"';
                    continue;
                }
                quoted = c == '"';
                depth += "[{".indexOf(c) < 0 ? 0 : 1;
                if (depth == 1 && ",:]}".indexOf(c) >= 0) {
                    String item = text.substring(from, at).strip();
                    items.addAll(item.isEmpty() ? List.of() : List.of(new Json(item)));
                    from = at + 1;
                }
                depth -= "]}".indexOf(c) < 0 ? 0 : 1;
            }
            return items;
        }

        String string() {
            return text.substring(1, text.length() - 1).translateEscapes();
        }
    }
}
