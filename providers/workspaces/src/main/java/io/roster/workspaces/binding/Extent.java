// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding;

import io.roster.workspaces.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;

/** How far a binding goes: all workspaces of the realm, those to come included, or some of them. Never nothing. */
public sealed interface Extent {

    /** A text that two extents share only if they are the same. */
    String version();

    /** All workspaces. */
    record All() implements Extent {

        @Override
        public String version() {
            return "all";
        }
    }

    /** These workspaces. */
    record Some(Set<WorkspaceId> workspaces) implements Extent {

        public Some {
            workspaces = Set.copyOf(workspaces);
            if (workspaces.isEmpty()) {
                throw new IllegalArgumentException("bound to no workspace is not bound");
            }
        }

        @Override
        public String version() {
            TreeSet<String> ids = new TreeSet<>();
            workspaces.forEach(workspace -> ids.add(workspace.value()));
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(String.join(" ", ids).getBytes(StandardCharsets.UTF_8));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every Java platform has it
            }
        }
    }
}
