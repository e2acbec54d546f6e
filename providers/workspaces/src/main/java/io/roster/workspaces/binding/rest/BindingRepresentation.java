// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.binding.rest;

import io.roster.workspaces.binding.Binding;
import java.util.List;

/** A binding on the wire. */
record BindingRepresentation(String clientId, boolean all, List<String> workspaces, String version) {

    static BindingRepresentation of(Binding binding) {
        return new BindingRepresentation(binding.client().name(), binding.all(), binding.aliases(), binding.version());
    }
}
