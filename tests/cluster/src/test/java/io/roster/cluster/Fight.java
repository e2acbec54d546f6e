// SPDX-License-Identifier: Apache-2.0
package io.roster.cluster;

import io.roster.testkit.Reply;
import io.roster.testkit.Workspace;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is fought over, made anew for each meeting.
 *
 * @param workspace whose row both wait for
 * @param one goes to the first node
 * @param two goes to the second node
 * @param afterwards looks at what is there then
 */
record Fight(Workspace workspace, Supplier<Reply> one, Supplier<Reply> two, Consumer<Meeting> afterwards) {}
