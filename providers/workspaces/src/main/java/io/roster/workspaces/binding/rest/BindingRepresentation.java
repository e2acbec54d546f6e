// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding.rest;

import io.roster.workspaces.binding.Binding;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A binding on the wire. */
@Schema(name = "Binding", description = "Where the service account of a client acts.")
record BindingRepresentation(
        @Schema(examples = "nightly-report") String clientId,

        @Schema(description = "In all workspaces, those to come included")
        boolean all,

        @Schema(description = "Aliases, in their order; empty with `all`")
        List<String> workspaces,

        @Schema(description = "Changes with each change; the `ETag` without its quotes")
        String version) {

    static BindingRepresentation of(Binding binding) {
        return new BindingRepresentation(binding.client().name(), binding.all(), binding.aliases(), binding.version());
    }
}
