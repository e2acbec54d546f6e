// SPDX-License-Identifier: Apache-2.0

/**
 * The permission algebra: keys, sets as bits, roles, overrides, grants, entitlement masks, and the one resolver that
 * turns them into what a teammate may do now. Plain Java: it knows no Keycloak, no storage and no clock, so that every
 * rule can be read, tested and timed by itself. Start at {@code Resolver}.
 */
package io.roster.access;
