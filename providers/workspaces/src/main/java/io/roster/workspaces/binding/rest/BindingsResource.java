// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding.rest;

import io.roster.workspaces.binding.Binding;
import io.roster.workspaces.binding.Bindings;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.ProblemCode;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.platform.Terms;
import io.roster.workspaces.workspace.RealmId;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which clients' service accounts act in which workspaces of the realm. */
@Tag(name = "Bindings", description = "In which workspaces the service accounts of clients act.")
public final class BindingsResource {

    private static final int SORT_VALUES = 1;

    private final Caller caller;
    private final RealmId realm;
    private final Bindings bindings;

    public BindingsResource(Caller caller, RealmId realm, Bindings bindings) {
        this.caller = caller;
        this.realm = realm;
        this.bindings = bindings;
    }

    @GET
    @Operation(operationId = "listBindings", summary = "The bound clients, by client id.")
    @APIResponseSchema(value = BindingRepresentation.class, responseDescription = "One page of bindings.")
    @Terms(administrator = "view the realm", problems = ProblemCode.NOT_READY)
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                bindings.list(caller, realm, PageRequest.of(max, after, SORT_VALUES)), BindingRepresentation::of);
    }

    @GET
    @Path("{clientId}")
    @Operation(operationId = "getBinding", summary = "The binding of one client.")
    @APIResponseSchema(value = BindingRepresentation.class, responseDescription = "The binding.")
    @Terms(
            administrator = "view the realm",
            problems = {ProblemCode.NOT_FOUND, ProblemCode.NOT_READY})
    public Response get(@PathParam("clientId") String client) {
        Binding binding = bindings.get(caller, realm, client);
        return Answers.one(BindingRepresentation.of(binding), binding.version());
    }

    @PUT
    @Path("{clientId}")
    @Operation(
            operationId = "bind",
            summary = "Binds a client to these workspaces and no others.",
            description =
                    "It counts from the next call of its service account on, also with a token that is already out.")
    @RequestBodySchema(Wanted.class)
    @APIResponseSchema(value = BindingRepresentation.class, responseDescription = "It was bound before.")
    @APIResponse(responseCode = "201", description = "It wasn't bound before.")
    @Terms(
            administrator = "manage the realm",
            problems = {ProblemCode.NOT_FOUND, ProblemCode.NOT_READY})
    public Response bind(
            @PathParam("clientId") String client,
            @HeaderParam("If-Match") String ifMatch,
            @Context UriInfo uri,
            InputStream body) {
        Wanted wanted = RequestBody.read(body, Wanted.class);
        Bindings.Saved saved = bindings.bind(
                caller, realm, client, new Bindings.Wanted(wanted.all(), wanted.workspaces()), Expected.of(ifMatch));
        BindingRepresentation binding = BindingRepresentation.of(saved.binding());
        return saved.isNew()
                ? Answers.made(uri.getAbsolutePath(), binding, binding.version())
                : Answers.one(binding, binding.version());
    }

    @DELETE
    @Path("{clientId}")
    @Operation(operationId = "unbind", summary = "Unbinds a client.")
    @APIResponse(responseCode = "204", description = "It is bound to no workspace any more.")
    @Terms(
            administrator = "manage the realm",
            problems = {ProblemCode.NOT_FOUND, ProblemCode.NOT_READY})
    public Response unbind(@PathParam("clientId") String client, @HeaderParam("If-Match") String ifMatch) {
        bindings.unbind(caller, realm, client, Expected.of(ifMatch));
        return Answers.nothing();
    }

    @Schema(name = "WantedBinding", description = "Either `all`, or the workspaces by name.")
    record Wanted(
            @Schema(nullable = true, description = "In all workspaces, those to come included")
            Boolean all,

            @Schema(
                    nullable = true,
                    maxItems = Bindings.MOST_WORKSPACES,
                    description = "Aliases",
                    examples = "[\"acme\", \"beta\"]")
            List<String> workspaces) {}
}
