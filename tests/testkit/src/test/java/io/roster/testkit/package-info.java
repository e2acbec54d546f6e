// SPDX-License-Identifier: Apache-2.0

/** Checks of the project itself that need no server. */
package io.roster.testkit;
