// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.member.rest;

import io.roster.workspaces.member.Listed;
import io.roster.workspaces.member.Profile;

/** A teammate on the wire; what identifies the person is null where the caller may not see it. */
record TeammateRepresentation(
        String id,
        String username,
        String name,
        String email,
        String role,
        String roleName,
        String status,
        String source,
        String joined,
        String version) {

    static TeammateRepresentation of(Listed listed) {
        Profile profile = listed.profile().orElse(null);
        return new TeammateRepresentation(
                listed.teammate().user().value(),
                profile == null ? null : profile.username(),
                profile == null ? null : profile.displayName(),
                profile == null ? null : profile.email(),
                listed.teammate().role().key(),
                listed.roleName(),
                listed.teammate().status().key(),
                listed.teammate().source().key(),
                listed.teammate().joined().toString(),
                listed.teammate().version());
    }
}
