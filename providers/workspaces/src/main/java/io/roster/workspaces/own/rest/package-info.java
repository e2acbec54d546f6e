// SPDX-License-Identifier: Apache-2.0

/** One's own workspaces over HTTP. */
package io.roster.workspaces.own.rest;
