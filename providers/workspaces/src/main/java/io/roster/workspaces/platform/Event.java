// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

/** Something that has happened: a record of the feature in which it did, named in the past tense. */
public interface Event {}
