// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.project;

import java.util.Optional;

/** What a project shall be called, and whether it is open; what is empty stays as it is. */
public record ProjectEdit(String name, Optional<Boolean> open) {}
