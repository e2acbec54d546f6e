// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission.rest;

import io.roster.access.Catalogue;
import io.roster.access.Permission;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The realm's catalogue: it says what exists, and nothing of anybody. */
public final class CatalogueResource {

    private static final int FRESH_SECONDS = 300;

    private final RealmCatalogue catalogue;
    private final boolean isPublic;

    private CatalogueResource(RealmCatalogue catalogue, boolean isPublic) {
        this.catalogue = catalogue;
        this.isPublic = isPublic;
    }

    /** For everybody, on every origin. */
    public static CatalogueResource open(RealmCatalogue catalogue) {
        return new CatalogueResource(catalogue, true);
    }

    /** For one caller, who was asked who they are. */
    public static CatalogueResource guarded(RealmCatalogue catalogue) {
        return new CatalogueResource(catalogue, false);
    }

    @GET
    public Response get(@Context Request request) {
        EntityTag tag = new EntityTag(catalogue.revision());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged != null
                ? unchanged
                : Response.ok(Json.write(CatalogueRepresentation.of(catalogue)), MediaType.APPLICATION_JSON_TYPE);
        response.tag(tag).header("Cache-Control", (isPublic ? "public" : "private") + ", max-age=" + FRESH_SECONDS);
        if (isPublic) {
            response.header("Access-Control-Allow-Origin", "*");
        }
        return response.build();
    }

    record CatalogueRepresentation(
            int number, List<PermissionRepresentation> permissions, List<PresetRepresentation> presets) {

        static CatalogueRepresentation of(RealmCatalogue catalogue) {
            Catalogue permissions = catalogue.permissions();
            return new CatalogueRepresentation(
                    catalogue.number(),
                    permissions.permissions().stream()
                            .map(PermissionRepresentation::of)
                            .toList(),
                    catalogue.presets().stream()
                            .map(preset -> PresetRepresentation.of(permissions, preset))
                            .toList());
        }
    }

    record PermissionRepresentation(
            int bit,
            String key,
            String label,
            String space,
            String scope,
            String risk,
            String entitlement,
            boolean deprecated) {

        static PermissionRepresentation of(Permission permission) {
            return new PermissionRepresentation(
                    permission.bit(),
                    permission.key().value(),
                    permission.label(),
                    permission.space().key(),
                    permission.scope().key(),
                    permission.risk().key(),
                    permission.entitlement().orElse(null),
                    permission.deprecated());
        }
    }

    record PresetRepresentation(String key, String name, String description, List<String> permissions) {

        static PresetRepresentation of(Catalogue catalogue, Preset preset) {
            return new PresetRepresentation(
                    preset.key(), preset.name(), preset.description(), keys(catalogue, preset.permissions()));
        }

        private static List<String> keys(Catalogue catalogue, PermissionSet permissions) {
            return catalogue.keys(permissions).stream()
                    .map(PermissionKey::value)
                    .toList();
        }
    }
}
