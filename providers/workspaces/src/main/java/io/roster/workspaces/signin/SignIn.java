// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.signin;

/** The names by which the realm and the pages know the gate. */
public final class SignIn {

    /** The required action, as the realm has it registered. */
    public static final String ACTION = "roster-sign-in";

    /** The key of the message for whoever is suspended, with the name of the workspace. */
    public static final String SUSPENDED = "rosterSuspended";

    private SignIn() {}
}
