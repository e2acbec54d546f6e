// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list, and the cursor of the next if there is one. */
public record Page<T>(List<T> items, Optional<Cursor> next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a page out of {@code max + 1} rows that were read: the one too many only tells that there is more. */
    public static <T> Page<T> cut(List<T> rows, int max, Function<T, Cursor> cursor) {
        if (rows.size() <= max) {
            return new Page<>(rows, Optional.empty());
        }
        return new Page<>(rows.subList(0, max), Optional.of(cursor.apply(rows.get(max - 1))));
    }

    public <U> Page<U> map(Function<T, U> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
