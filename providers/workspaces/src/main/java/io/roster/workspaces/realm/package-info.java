// SPDX-License-Identifier: Apache-2.0

/**
 * Switching Roster on in a realm: by one call, by the attribute {@code roster.enabled}, or with a realm import that
 * carries it. Invariants: switching on is idempotent and says what it made and what it found; switching off keeps the
 * data, and whoever joins an organization meanwhile becomes a teammate all the same. Start at {@code Realms}.
 */
package io.roster.workspaces.realm;
