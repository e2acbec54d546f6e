// SPDX-License-Identifier: Apache-2.0

/** The console's page over HTTP, with the headers that keep everything foreign out of it. */
package io.roster.workspaces.adminui.rest;
