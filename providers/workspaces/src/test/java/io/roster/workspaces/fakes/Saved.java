// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.fakes;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stores in memory held at one moment. It stands for the transaction of a call: what a refused one has written is
 * undone, as the database does it on the server.
 */
public final class Saved {

    private record Place(Object store, Field field) {}

    private static final ClassValue<List<Field>> HELD = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            List<Field> held = Arrays.stream(type.getDeclaredFields())
                    .filter(Saved::isHeld)
                    .toList();
            held.forEach(field -> field.setAccessible(true));
            return held;
        }
    };

    private record Content(Place place, Object held) {

        boolean isChanged() {
            return !read(place).equals(held);
        }
    }

    private final List<Content> contents = new ArrayList<>();

    private Saved() {}

    /** Everything that these hold in fields of their own: maps, lists and sets with what is in them, numbers and switches. */
    public static Saved of(Collection<?> stores) {
        Saved saved = new Saved();
        for (Object store : stores) {
            for (Field field : HELD.get(store.getClass())) {
                Place place = new Place(store, field);
                saved.contents.add(new Content(place, copy(read(place))));
            }
        }
        return saved;
    }

    /** Has the stores hold again what they held then. */
    public void restore() {
        for (Content content : contents) {
            Object present = read(content.place());
            if (present instanceof Map<?, ?> map) {
                refill(map, (Map<?, ?>) copy(content.held()));
            } else if (present instanceof Collection<?> collection) {
                refill(collection, (Collection<?>) content.held());
            } else {
                write(content.place(), content.held());
            }
        }
    }

    public boolean isChanged() {
        return contents.stream().anyMatch(Content::isChanged);
    }

    /** What isn't as it was. */
    public List<String> changed() {
        return contents.stream()
                .filter(Content::isChanged)
                .map(content -> content.place().store().getClass().getSimpleName() + "."
                        + content.place().field().getName() + ": " + content.held() + " became "
                        + read(content.place()))
                .toList();
    }

    private static boolean isHeld(Field field) {
        Class<?> type = field.getType();
        return !Modifier.isStatic(field.getModifiers())
                && (Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type) || type.isPrimitive());
    }

    /** Rows are never changed in their place, so that collections are all that has to be made anew. */
    private static Object copy(Object content) {
        if (content instanceof SortedMap<?, ?> sorted) {
            return copied(sorted);
        }
        if (content instanceof Map<?, ?> map) {
            Map<Object, Object> copy = content instanceof LinkedHashMap ? new LinkedHashMap<>() : new HashMap<>();
            map.forEach((key, value) -> copy.put(key, copy(value)));
            return copy;
        }
        if (content instanceof Set<?> set) {
            return new HashSet<>(set);
        }
        return content instanceof List<?> list ? new ArrayList<>(list) : content;
    }

    private static <K> SortedMap<K, Object> copied(SortedMap<K, ?> sorted) {
        SortedMap<K, Object> copy = new TreeMap<>(sorted.comparator());
        sorted.forEach((key, value) -> copy.put(key, copy(value)));
        return copy;
    }

    @SuppressWarnings("unchecked") // it was there before
    private static void refill(Map<?, ?> map, Map<?, ?> content) {
        map.clear();
        ((Map<Object, Object>) map).putAll(content);
    }

    @SuppressWarnings("unchecked") // it was there before
    private static void refill(Collection<?> collection, Collection<?> content) {
        collection.clear();
        ((Collection<Object>) collection).addAll(content);
    }

    private static Object read(Place place) {
        try {
            return place.field().get(place.store());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Place place, Object content) {
        try {
            place.field().set(place.store(), content);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
