// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.setting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The settings of a realm or a workspace: what it says itself, and what counts there. */
public record SettingSheet(Chosen own, Effective effective) {

    private static final int BYTES = 18;

    /** Made of all that it says, so that it changes with everything that changes it, the level above included. */
    public String version() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
