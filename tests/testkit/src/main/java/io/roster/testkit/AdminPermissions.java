// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import static io.roster.testkit.Created.created;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.authorization.ScopePermissionRepresentation;
import org.keycloak.representations.idm.authorization.UserPolicyRepresentation;

/** Keycloak's fine-grained admin permissions of a realm that has them switched on. */
final class AdminPermissions {

    private static final Set<String> VIEW_AND_MANAGE = Set.of("view", "manage");

    private final AuthorizationResource permissions;

    AdminPermissions(RealmResource realm) {
        String client =
                realm.clients().findByClientId("admin-permissions").get(0).getId();
        this.permissions = realm.clients().get(client).authorization();
    }

    void grant(Person administrator, Workspace workspace, Person... people) {
        UserPolicyRepresentation policy = new UserPolicyRepresentation();
        policy.setName("is " + administrator.username());
        policy.setUsers(Set.of(administrator.id()));
        created(permissions.policies().user().create(policy));
        grant(policy.getName(), "Organizations", Set.of(workspace.id()));
        if (people.length > 0) {
            grant(
                    policy.getName(),
                    "Users",
                    Arrays.stream(people).map(Person::id).collect(Collectors.toSet()));
        }
    }

    private void grant(String policy, String type, Set<String> resources) {
        ScopePermissionRepresentation permission = new ScopePermissionRepresentation();
        permission.setName(type + " for whoever " + policy);
        permission.setResourceType(type);
        permission.setResources(resources);
        permission.setScopes(VIEW_AND_MANAGE);
        permission.setPolicies(Set.of(policy));
        created(permissions.permissions().scope().create(permission));
    }
}
