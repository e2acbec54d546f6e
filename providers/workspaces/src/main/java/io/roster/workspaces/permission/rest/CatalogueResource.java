// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.permission.rest;

import io.roster.access.Catalogue;
import io.roster.access.Permission;
import io.roster.access.PermissionKey;
import io.roster.access.PermissionSet;
import io.roster.access.Risk;
import io.roster.access.Scope;
import io.roster.access.Space;
import io.roster.workspaces.permission.Preset;
import io.roster.workspaces.permission.RealmCatalogue;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Json;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.Terms;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The realm's catalogue: it says what exists, and nothing of anybody. */
@Tag(name = "Catalogue", description = "Which permissions and presets there are.")
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
    @Operation(operationId = "getCatalogue", summary = "The realm's permissions and presets.")
    @APIResponseSchema(value = CatalogueRepresentation.class, responseDescription = "The catalogue.")
    @Terms(administrator = "view the realm or query organizations", problems = ProblemCode.NOT_READY)
    public Response get(@Context Request request) {
        return Answers.kept(
                request,
                catalogue.revision(),
                Json.write(CatalogueRepresentation.of(catalogue)),
                isPublic,
                FRESH_SECONDS);
    }

    @Schema(name = "Catalogue", description = "What permissions and presets the realm has.")
    record CatalogueRepresentation(
            @Schema(description = "Rises when the catalogue changes, and is `cat` in the claim")
            int number,

            List<PermissionRepresentation> permissions,
            List<PresetRepresentation> presets) {

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

    @Schema(name = "Permission", description = "One entry of the catalogue. Key and bit belong together for ever.")
    record PermissionRepresentation(
            @Schema(minimum = "0", maximum = "4095") int bit,
            @Schema(examples = "shared-charts.manage") String key,
            @Schema(description = "For people") String label,
            @Schema(implementation = Space.class) String space,

            @Schema(implementation = Scope.class, description = "Where it counts: `account` in the workspace alone")
            String scope,

            @Schema(implementation = Risk.class, description = "Warns people, and decides nothing")
            String risk,

            @Schema(nullable = true, description = "What the workspace's plan must have for it")
            String entitlement,

            @Schema(description = "Whether it can't be newly given any more")
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

    @Schema(name = "Preset", description = "A preset as the realm has it; workspaces can edit theirs.")
    record PresetRepresentation(
            @Schema(examples = "read-only") String key,
            String name,
            String description,

            @Schema(description = "Keys, in the order of bits")
            List<String> permissions) {

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
