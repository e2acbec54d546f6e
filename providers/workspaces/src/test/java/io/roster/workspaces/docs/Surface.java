// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.docs;

import io.roster.workspaces.AdminWorkspacesApi;
import io.roster.workspaces.WorkspacesApi;
import java.util.Locale;

/** One of the two places where the API is. */
enum Surface {
    PEOPLE("/realms/{realm}/roster/", WorkspacesApi.class),
    ADMIN("/admin/realms/{realm}/roster/", AdminWorkspacesApi.class);

    private final String base;
    private final Class<?> api;

    Surface(String base, Class<?> api) {
        this.base = base;
        this.api = api;
    }

    /** The name in {@code endpoints.txt} and of the security scheme. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String base() {
        return base;
    }

    Class<?> api() {
        return api;
    }

    /** One handler has one id; on the admin surface it is another operation, with a name of its own. */
    String operationId(String id) {
        return this == PEOPLE ? id : "admin" + id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }
}
