// SPDX-License-Identifier: Apache-2.0

/**
 * Keycloak nodes as processes, on one PostgreSQL: for tests of a cluster and for benchmarks. The distribution, the
 * provider JAR and, for tests, options of the nodes' JVM are handed in by Maven, as system properties. Start at {@link
 * io.roster.testkit.cluster.Cluster}.
 */
package io.roster.testkit.cluster;
