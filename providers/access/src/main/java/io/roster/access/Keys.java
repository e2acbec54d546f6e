// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

/** The permissions that the rules themselves ask for. Every other key means something to the applications alone. */
public final class Keys {

    public static final PermissionKey TEAMMATES_INVITE = new PermissionKey("teammates.invite");
    public static final PermissionKey TEAMMATES_MANAGE = new PermissionKey("teammates.manage");

    /** Opens every project that isn't archived. */
    public static final PermissionKey PROJECTS_MANAGE = new PermissionKey("projects.manage");

    public static final PermissionKey SECURITY_SETTINGS_MANAGE = new PermissionKey("security-settings.manage");

    /** Lifts the {@link Ceiling}. */
    public static final PermissionKey USER_PERMISSIONS_CHANGE = new PermissionKey("user-permissions.change");

    private Keys() {}
}
