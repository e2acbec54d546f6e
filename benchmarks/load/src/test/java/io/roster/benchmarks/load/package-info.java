// SPDX-License-Identifier: Apache-2.0

/** What Roster costs a running server. Figures for comparing, in one run on one machine; no test fails by them. */
package io.roster.benchmarks.load;
