// SPDX-License-Identifier: Apache-2.0

/**
 * The provider JAR in Keycloak's own container image, as people deploy it. Only with {@code -Pcontainer}: what the other
 * tests run on is the distribution, which needs no Docker.
 */
package io.roster.container;
