// SPDX-License-Identifier: Apache-2.0

/**
 * The console as people see it, in the machine's own Chromium. Where there is none the tests are skipped and say what to
 * install. Each test has a browser profile of its own, and whatever the page logs as an error fails it. Pictures are in
 * {@code target/pictures}. Start reading at {@code Chromium}.
 */
package io.roster.browser;
