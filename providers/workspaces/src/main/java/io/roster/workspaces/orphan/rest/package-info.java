// SPDX-License-Identifier: Apache-2.0
/** The HTTP door: reads the request, asks the feature, writes the answer. No rules. */
package io.roster.workspaces.orphan.rest;
