// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.platform.AdminRights;
import java.util.Set;

/**
 * What Keycloak lets an administrator do, said beforehand.
 *
 * @param rights names of the questions that are answered with yes, the same for every organization
 * @param users ids of the users who may be viewed; null for all
 */
public record Administrators(Set<String> rights, Set<String> users) implements AdminRights {

    public static final AdminRights ALL = new Administrators(
            Set.of(
                    "viewsOrganization",
                    "managesOrganization",
                    "managesUser",
                    "viewsRealm",
                    "managesRealm",
                    "viewsEvents"),
            null);

    @Override
    public boolean viewsOrganization(String organizationId) {
        return rights.contains("viewsOrganization");
    }

    @Override
    public boolean managesOrganization(String organizationId) {
        return rights.contains("managesOrganization");
    }

    @Override
    public boolean viewsUser(String userId) {
        return users == null || users.contains(userId);
    }

    @Override
    public boolean managesUser(String userId) {
        return rights.contains("managesUser");
    }

    @Override
    public boolean viewsUsers() {
        return users == null;
    }

    @Override
    public boolean viewsRealm() {
        return rights.contains("viewsRealm");
    }

    @Override
    public boolean managesRealm() {
        return rights.contains("managesRealm");
    }

    @Override
    public boolean viewsEvents() {
        return rights.contains("viewsEvents");
    }
}
