// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import static io.roster.testkit.Created.created;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.testframework.realm.ClientBuilder;
import org.keycloak.testframework.realm.UserBuilder;

/**
 * A realm as a test sees it: its people and workspaces, the tokens that they get, and the calls that they make.
 *
 * <p>Names are made up fresh for each test, so that tests share a realm without meeting each other.
 */
public final class TestRealm {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String[] ROSTER_SCOPES = {
        "workspace", "roster:self", "roster:check", "roster:spaces", "roster:manage"
    };

    private final String server;
    private final String name;
    private final Keycloak administrator;

    /**
     * @param server the address of a server, which may be one of several that have the realm
     * @param administrator of the server, who may do everything in the realm
     */
    public TestRealm(String server, String name, Keycloak administrator) {
        this.server = server;
        this.name = name;
        this.administrator = administrator;
    }

    public String url() {
        return server + "/realms/" + name;
    }

    /** Another realm of the same server. */
    public TestRealm sibling(String other) {
        return new TestRealm(server, other, administrator);
    }

    /** Keycloak's own admin API of the realm. */
    public RealmResource keycloak() {
        return administrator.realm(name);
    }

    /** A new person with a password, in no workspace. */
    public Person person() {
        return person("person" + NUMBERS.incrementAndGet());
    }

    public Person person(String username) {
        return person(username, "Given " + username, "Family", username + "@example.com");
    }

    public Person person(String username, String firstName, String lastName, String email) {
        return new Person(
                created(keycloak()
                        .users()
                        .create(UserBuilder.create(username)
                                .password(username)
                                .name(firstName, lastName)
                                .email(email)
                                .emailVerified(true)
                                .enabled(true)
                                .build())),
                username);
    }

    /** A new workspace with these members. */
    public Workspace workspace(Person... members) {
        return Workspace.create(keycloak(), "ws" + NUMBERS.incrementAndGet()).add(members);
    }

    /** The token endpoint, as the public client {@link RosterOff#APP}. */
    public Tokens tokens() {
        return tokens(RosterOff.APP);
    }

    public Tokens tokens(String publicClient) {
        return new Tokens(url(), publicClient, null);
    }

    public Tokens tokens(String client, String secret) {
        return new Tokens(url(), client, secret);
    }

    /** Roster's API for realm administrators, as one who may do everything. */
    public Api asAdministrator() {
        return new Api(adminBase(), () -> administrator.tokenManager().getAccessTokenString());
    }

    /** Roster's API for realm administrators, with some other token of the realm. */
    public Api onAdminSurface(TokenReply token) {
        return new Api(adminBase(), token::bearer);
    }

    /** Roster's API for realm administrators, without a token. */
    public Api onAdminSurfaceAsNobody() {
        return new Api(adminBase(), null);
    }

    /** Roster's API for people, as this person, signed in once, with these scopes besides {@code openid}. */
    public Api as(Person person, String... scopes) {
        TokenReply token = tokens().password(person, "openid " + String.join(" ", scopes));
        return new Api(peopleBase(), token::bearer);
    }

    /** Roster's API for people, with some token. */
    public Api onPeopleSurface(TokenReply token) {
        return new Api(peopleBase(), token::bearer);
    }

    /** Roster's API for people, as the service account of a confidential client. */
    public Api asClient(String client, String secret, String scope) {
        return onPeopleSurface(tokens(client, secret).serviceAccount(scope));
    }

    /** A new confidential client with a service account, to which every scope of Roster's is offered: its name and secret. */
    public String robot() {
        String robot = "robot" + NUMBERS.incrementAndGet();
        created(keycloak()
                .clients()
                .create(ClientBuilder.create(robot)
                        .secret(robot)
                        .serviceAccountsEnabled()
                        .build()));
        offer(robot);
        return robot;
    }

    /** Binds a client to these workspaces and no others, as an administrator of the realm. */
    public void bind(String clientId, Workspace... workspaces) {
        Object aliases = Arrays.stream(workspaces).map(Workspace::alias).toList();
        int status = asAdministrator()
                .put("/bindings/" + clientId, Map.of("workspaces", aliases))
                .status();
        if (status / 100 != 2) {
            throw new AssertionError("binding " + clientId + " to " + aliases + " was answered " + status);
        }
    }

    /**
     * A new person who, by fine-grained admin permissions, administers this one workspace and these people, and nothing
     * else. The realm has admin permissions switched on.
     */
    public Person delegate(Workspace workspace, Person... people) {
        return delegate(person(), workspace, people);
    }

    /** The same who may also ask for lists of organizations, as Keycloak's console does: they get what they may view. */
    public Person delegateWithLists(Workspace workspace, Person... people) {
        return delegate(administrator("query-organizations"), workspace, people);
    }

    /** The same for somebody who is there. */
    public Person delegate(Person person, Workspace workspace, Person... people) {
        new AdminPermissions(keycloak()).grant(person, workspace, people);
        return person;
    }

    /** Keycloak's own API for administrators, with some token. */
    public Api onKeycloaksOwn(TokenReply token) {
        return new Api(server + "/admin/realms/" + name, token::bearer);
    }

    /** A new person with these roles of Keycloak's own for administrators. */
    public Person administrator(String... roles) {
        Person person = person();
        String management = client("realm-management").toRepresentation().getId();
        keycloak()
                .users()
                .get(person.id())
                .roles()
                .clientLevel(management)
                .add(Arrays.stream(roles)
                        .map(role -> keycloak()
                                .clients()
                                .get(management)
                                .roles()
                                .get(role)
                                .toRepresentation())
                        .toList());
        return person;
    }

    /** Roster's API for people, without a token. */
    public Api asNobody() {
        return new Api(peopleBase(), null);
    }

    /** Puts a client into the audience of another one's tokens. */
    public void audience(String clientId, String audience) {
        client(clientId)
                .getProtocolMappers()
                .createMapper(RosterOff.audience(audience))
                .close();
    }

    /** Makes every scope of Roster's that is there an optional one of this client. */
    public void offer(String clientId) {
        offer(clientId, ROSTER_SCOPES);
    }

    /** The same for these scopes alone. */
    public void offer(String clientId, String... scopes) {
        ClientResource client = client(clientId);
        Map<String, String> ids = keycloak().clientScopes().findAll().stream()
                .collect(Collectors.toMap(ClientScopeRepresentation::getName, ClientScopeRepresentation::getId));
        Arrays.stream(scopes).map(ids::get).filter(id -> id != null).forEach(client::addOptionalClientScope);
    }

    /** Gives a teammate a role, as an administrator of the realm. */
    public void assign(Workspace workspace, Person teammate, String role) {
        asAdministrator()
                .put(workspace.path("/teammates/" + teammate.id() + "/role"), Map.of("role", role))
                .is(200);
    }

    /** Sets an option of the realm's mapper, for instance {@code roster.form}. */
    public void setMapper(String option, String value) {
        ClientScopeRepresentation scope = keycloak().clientScopes().findAll().stream()
                .filter(candidate -> candidate.getName().equals(TokenReply.CLAIM))
                .findFirst()
                .orElseThrow();
        ProtocolMappersResource mappers =
                keycloak().clientScopes().get(scope.getId()).getProtocolMappers();
        mappers.getMappers().stream()
                .filter(mapper -> mapper.getProtocolMapper().equals("roster-permissions-mapper"))
                .forEach(mapper -> {
                    mapper.getConfig().put(option, value);
                    mappers.update(mapper.getId(), mapper);
                });
    }

    public ClientResource client(String clientId) {
        String id = keycloak().clients().findByClientId(clientId).get(0).getId();
        return keycloak().clients().get(id);
    }

    private String peopleBase() {
        return url() + "/roster/v1";
    }

    private String adminBase() {
        return server + "/admin/realms/" + name + "/roster/v1";
    }
}
