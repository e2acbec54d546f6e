// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

/** The catalogue isn't one that Roster serves, or contradicts itself; the text names the field or the entries. */
public final class MalformedCatalogueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedCatalogueException(String message) {
        super(message);
    }
}
