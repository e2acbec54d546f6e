// SPDX-License-Identifier: Apache-2.0
/** The storage door: state of workspaces in columns of {@code WS_WORKSPACE}. */
package io.roster.workspaces.orphan.jpa;
