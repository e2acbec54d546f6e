// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.audit;

/** An entry as the log has it; later ones have higher numbers. */
public record Recorded(long id, Entry entry) {}
