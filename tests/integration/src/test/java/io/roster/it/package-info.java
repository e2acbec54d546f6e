// SPDX-License-Identifier: Apache-2.0

/**
 * Roster in a real Keycloak. One class per story; start at {@link io.roster.it.ServerStartsIT}, and for what the tests
 * are written with at {@link io.roster.testkit.TestRealm}.
 */
package io.roster.it;
