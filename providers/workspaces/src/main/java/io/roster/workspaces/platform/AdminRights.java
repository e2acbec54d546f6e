// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

/**
 * What Keycloak itself lets an administrator do, its fine-grained admin permissions included. Ids that don't exist are
 * answered with no.
 */
public interface AdminRights {

    boolean viewsOrganization(String organizationId);

    boolean managesOrganization(String organizationId);

    boolean viewsUser(String userId);

    /** Whether all users may be viewed; Keycloak can still except single ones. */
    boolean viewsUsers();

    boolean managesUser(String userId);

    boolean viewsRealm();

    boolean managesRealm();

    /** Keycloak shows the addresses from which people act to whoever has this right. */
    boolean viewsEvents();
}
