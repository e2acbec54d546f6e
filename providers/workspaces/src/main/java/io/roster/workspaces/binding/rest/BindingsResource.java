// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding.rest;

import io.roster.workspaces.binding.Binding;
import io.roster.workspaces.binding.Bindings;
import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.Expected;
import io.roster.workspaces.platform.PageRequest;
import io.roster.workspaces.platform.RequestBody;
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

/** Which clients' service accounts act in which workspaces of the realm. */
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
    public Response list(@QueryParam("max") String max, @QueryParam("after") String after) {
        return Answers.page(
                bindings.list(caller, realm, PageRequest.of(max, after, SORT_VALUES)), BindingRepresentation::of);
    }

    @GET
    @Path("{clientId}")
    public Response get(@PathParam("clientId") String client) {
        Binding binding = bindings.get(caller, realm, client);
        return Answers.one(BindingRepresentation.of(binding), binding.version());
    }

    @PUT
    @Path("{clientId}")
    public Response bind(
            @PathParam("clientId") String client,
            @HeaderParam("If-Match") String ifMatch,
            @Context UriInfo uri,
            InputStream body) {
        Bindings.Wanted wanted = RequestBody.read(body, Bindings.Wanted.class);
        Bindings.Saved saved = bindings.bind(caller, realm, client, wanted, Expected.of(ifMatch));
        BindingRepresentation binding = BindingRepresentation.of(saved.binding());
        return saved.isNew()
                ? Answers.made(uri.getAbsolutePath(), binding, binding.version())
                : Answers.one(binding, binding.version());
    }

    @DELETE
    @Path("{clientId}")
    public Response unbind(@PathParam("clientId") String client, @HeaderParam("If-Match") String ifMatch) {
        bindings.unbind(caller, realm, client, Expected.of(ifMatch));
        return Answers.nothing();
    }
}
