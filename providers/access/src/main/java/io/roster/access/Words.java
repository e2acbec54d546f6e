// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the constants of this package's vocabulary are written outside Java: in lower case, and in no other way. */
final class Words {

    private Words() {}

    static String write(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E read(Class<E> vocabulary, String word) {
        for (E constant : vocabulary.getEnumConstants()) {
            if (write(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("There is no "
                + vocabulary.getSimpleName().toLowerCase(Locale.ROOT) + " '"
                + word + "': write "
                + Arrays.stream(vocabulary.getEnumConstants()).map(Words::write).collect(Collectors.joining(" or ")));
    }
}
