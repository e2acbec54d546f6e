// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.realm.rest;

import io.roster.workspaces.platform.Answers;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.platform.RequestBody;
import io.roster.workspaces.realm.Realms;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/** The state of Roster in the realm, and its switch. */
public final class RealmResource {

    private final Caller caller;
    private final Realms realms;

    public RealmResource(Caller caller, Realms realms) {
        this.caller = caller;
        this.realms = realms;
    }

    @GET
    public Response state() {
        return Answers.one(realms.state(caller));
    }

    @POST
    @Path("enable")
    public Response enable(InputStream body) {
        String presets =
                RequestBody.readIfAny(body, Choice.class).map(Choice::presets).orElse(null);
        return Answers.one(realms.switchOn(caller, Optional.ofNullable(presets)));
    }

    @POST
    @Path("disable")
    public Response disable() {
        return Answers.one(realms.switchOff(caller));
    }

    record Choice(String presets) {}
}
