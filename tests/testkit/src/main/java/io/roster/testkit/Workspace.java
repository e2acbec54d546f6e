// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import static io.roster.testkit.Created.created;

import java.util.List;
import org.keycloak.admin.client.resource.OrganizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.MemberRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** An organization, as an administrator handles it through Keycloak's own API. */
public final class Workspace {

    private final RealmResource realm;
    private final String id;
    private final String alias;

    private Workspace(RealmResource realm, String id, String alias) {
        this.realm = realm;
        this.id = id;
        this.alias = alias;
    }

    static Workspace create(RealmResource realm, String alias) {
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setName(alias);
        organization.setAlias(alias);
        organization.setEnabled(true);
        return new Workspace(realm, created(realm.organizations().create(organization)), alias);
    }

    public String id() {
        return id;
    }

    public String alias() {
        return alias;
    }

    /** The scope that asks for a token of this workspace. */
    public String scope() {
        return "openid workspace organization:" + alias;
    }

    /** The path of this workspace in Roster's API. */
    public String path(String below) {
        return "/workspaces/" + alias + below;
    }

    public Workspace add(Person... people) {
        for (Person person : people) {
            created(organization().members().addMember(person.id()));
        }
        return this;
    }

    public void remove(Person person) {
        organization().members().member(person.id()).delete().close();
    }

    public List<String> members() {
        return organization().members().list(0, 500).stream()
                .map(MemberRepresentation::getUsername)
                .toList();
    }

    public void delete() {
        organization().delete().close();
    }

    private OrganizationResource organization() {
        return realm.organizations().get(id);
    }
}
