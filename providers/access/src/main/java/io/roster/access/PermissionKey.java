// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of a permission, such as {@code shared-charts.manage}: words of lower-case letters and digits joined by
 * {@code -}, in two or more parts joined by {@code .}, 64 characters at most. A key never changes its meaning.
 *
 * <p>Anything else is refused with an {@link IllegalArgumentException} that says what to write instead.
 */
public record PermissionKey(String value) implements Comparable<PermissionKey> {

    private static final int LONGEST = 64;
    private static final String WORDS = "[a-z0-9]+(?:-[a-z0-9]+)*";
    private static final Pattern SHAPE = Pattern.compile(WORDS + "(?:\\." + WORDS + ")+");

    public PermissionKey {
        Objects.requireNonNull(value, "value");
        // Length first: an endless text is neither matched nor repeated in the answer.
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("This permission key has " + value.length()
                    + " characters: write at most " + LONGEST + ", for example charts.run");
        }
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is no permission key: write lower-case letters and digits,"
                            + " words joined by '-' and at least two parts joined by '.', for example shared-charts.manage");
        }
    }

    @Override
    public int compareTo(PermissionKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
