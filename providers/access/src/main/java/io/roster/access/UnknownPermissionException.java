// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import java.util.List;
import java.util.stream.Collectors;

/** Somebody named permissions that the catalogue doesn't have. */
public final class UnknownPermissionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<PermissionKey> keys;

    public UnknownPermissionException(List<PermissionKey> keys) {
        super("The catalogue doesn't have "
                + keys.stream().map(PermissionKey::value).collect(Collectors.joining(", "))
                + ": use keys that it lists, or add these first");
        this.keys = List.copyOf(keys);
    }

    /** All the unknown keys, each once, in the order in which they were named. */
    public List<PermissionKey> keys() {
        return keys;
    }
}
