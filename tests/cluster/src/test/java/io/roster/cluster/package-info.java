// SPDX-License-Identifier: Apache-2.0

/**
 * Roster on two Keycloak nodes with one PostgreSQL: changes that meet, changes that travel from node to node, and a
 * node that dies.
 *
 * <p>The harness is {@link io.roster.testkit.cluster.Cluster}: a test class names it in its constructor and has {@link
 * io.roster.cluster.TheCluster} beside its name. It is started once for the whole module, and all that it started is
 * ended with the tests, also when somebody interrupts them. Start reading at {@link io.roster.cluster.ClusterIT}. The
 * nodes write to {@code target/node1.log} and {@code target/node2.log}.
 */
package io.roster.cluster;
