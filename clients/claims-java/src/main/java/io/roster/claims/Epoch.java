// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

/**
 * How old the claim is in the life of its workspace and of its teammate. Each counter rises when something changes that
 * can change the claim, perhaps more often, and never falls.
 */
public record Epoch(long workspace, long teammate) {

    /** True where this claim has missed a change that a claim with the other epoch has seen. */
    public boolean isBehind(Epoch other) {
        return workspace < other.workspace || teammate < other.teammate;
    }
}
