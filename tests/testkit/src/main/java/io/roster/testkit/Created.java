// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import jakarta.ws.rs.core.Response;

final class Created {

    private Created() {}

    /** The id in the {@code Location} of a 201, or an error that shows what the server said instead. */
    static String created(Response response) {
        try (response) {
            if (response.getStatus() != Response.Status.CREATED.getStatusCode()) {
                throw new AssertionError(
                        "Keycloak answered " + response.getStatus() + ": " + response.readEntity(String.class));
            }
            String location = String.valueOf(response.getLocation());
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }
}
