// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import io.roster.workspaces.platform.AdminRights;
import io.roster.workspaces.platform.Caller;

/** Rights over the realm itself, and over no organization or user. */
public record RealmRights(boolean viewsRealm, boolean managesRealm) implements AdminRights {

    public static Caller viewer() {
        return new Caller.Administrator("viewer", new RealmRights(true, false));
    }

    public static Caller manager() {
        return new Caller.Administrator("manager", new RealmRights(true, true));
    }

    public static Caller neither() {
        return new Caller.Administrator("neither", new RealmRights(false, false));
    }

    @Override
    public boolean viewsOrganization(String organizationId) {
        return false;
    }

    @Override
    public boolean managesOrganization(String organizationId) {
        return false;
    }

    @Override
    public boolean viewsUser(String userId) {
        return false;
    }

    @Override
    public boolean managesUser(String userId) {
        return false;
    }

    @Override
    public boolean viewsUsers() {
        return false;
    }

    @Override
    public boolean viewsEvents() {
        return false;
    }
}
