// SPDX-License-Identifier: Apache-2.0

/**
 * Who changed whose access. It listens to what the features say, in the transaction of the change, and is called by none
 * of them: {@code Recorder} writes entries, {@code keycloak.AdminEvents} Keycloak's admin events. Invariants: entries
 * hold ids and no names of people; what is refused, rolled back or changes nothing leaves none; an entry is never
 * changed, but for the address of whoever's account goes. Reading starts at {@code AuditLog}.
 */
package io.roster.workspaces.audit;
