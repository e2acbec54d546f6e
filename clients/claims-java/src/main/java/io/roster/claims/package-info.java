// SPDX-License-Identifier: Apache-2.0

/**
 * Reads the claim {@code workspace} of a token from a realm with Roster, for the app that got the token. The app has
 * checked signature, issuer, audience and expiry before; here it hands in the claim as the map that its JWT library made
 * of it, and the realm's catalogue.
 *
 * <p>Always true here: what isn't known is not allowed; what the claim leaves open is a question to the server and never
 * an answer taken from elsewhere; a permission about the account counts in no project; a claim of another shape is
 * refused whole. Everything is immutable, and there is nothing but the JDK.
 *
 * <p>Start at {@link io.roster.claims.WorkspaceClaim}.
 */
package io.roster.claims;
