// SPDX-License-Identifier: Apache-2.0

/**
 * Who may do what, as plain values. A permission is a bit of the realm's {@link io.roster.access.Catalogue}; a role is a
 * {@link io.roster.access.PermissionSet}; everything that is written about one teammate is a
 * {@link io.roster.access.Holder}; and {@link io.roster.access.Resolver} alone turns that into
 * {@link io.roster.access.EffectivePermissions}. {@link io.roster.access.Ceiling} compares what an actor holds with what
 * the actor wants to give.
 *
 * <p>Always true here: sources are united and a denial beats them all; what has reached its end is absent from that very
 * instant; whatever isn't known is not allowed; nothing is ever changed after it was made. There is no Keycloak, no
 * storage and no clock: the moment is a parameter, so that every rule can be read, tested and timed by itself.
 *
 * <p>Start at {@link io.roster.access.Resolver}.
 */
package io.roster.access;
