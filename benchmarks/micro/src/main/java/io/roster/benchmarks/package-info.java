// SPDX-License-Identifier: Apache-2.0

/**
 * How long the access model takes and what it allocates. Figures are for people: no build fails by them. Each benchmark
 * asks what a token or a check asks, on values that are made before the clock starts. Start at
 * {@link io.roster.benchmarks.ResolverBenchmark}; {@code ./dev bench} runs all of it.
 */
package io.roster.benchmarks;
