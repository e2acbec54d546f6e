// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

/** The claim isn't one that Roster writes; the text names the field and what it should be. Treat it as no access. */
public final class MalformedClaimException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedClaimException(String message) {
        super(message);
    }
}
