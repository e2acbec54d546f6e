// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

/** Somebody with an account in the realm; the password is the username. */
public record Person(String id, String username) {

    public String password() {
        return username;
    }
}
