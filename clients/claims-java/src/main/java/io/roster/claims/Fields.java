// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A JSON object as a JWT or JSON library hands it over, read field by field; what has another type is refused. */
final class Fields {

    private final String path;
    private final Map<?, ?> values;
    private final Function<String, ? extends RuntimeException> refusal;

    Fields(String path, Map<?, ?> values, Function<String, ? extends RuntimeException> refusal) {
        this.path = path;
        this.values = values;
        this.refusal = refusal;
    }

    /** True also where the value is null: that is a field of another type then, not a missing one. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean isOnly(String name) {
        return values.size() == 1 && has(name);
    }

    String text(String name) {
        return asText(name, values.get(name));
    }

    Object value(String name) {
        return values.get(name);
    }

    long number(String name, long lowest, long highest) {
        return asNumber(name, values.get(name), lowest, highest);
    }

    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        if (values.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw unexpected(name, "true or false", values.get(name));
    }

    List<String> texts(String name) {
        return asTexts(name, values.get(name));
    }

    List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        for (Object value : list(name, values.get(name))) {
            numbers.add(asNumber(name, value, 0, Long.MAX_VALUE));
        }
        return numbers;
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object value : list(name, values.get(name))) {
            String place = name + "[" + objects.size() + "]";
            if (!(value instanceof Map<?, ?> object)) {
                throw unexpected(place, "an object", value);
            }
            objects.add(new Fields(path(place), object, refusal));
        }
        return objects;
    }

    /** The object with this name; its keys are texts, its values whatever they are. */
    Map<String, Object> object(String name) {
        if (!(values.get(name) instanceof Map<?, ?> object)) {
            throw unexpected(name, "an object", values.get(name));
        }
        Map<String, Object> checked = new LinkedHashMap<>();
        object.forEach((key, value) -> checked.put(asText(name, key), value));
        return checked;
    }

    /** A text that may be empty. */
    String asString(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw unexpected(name, "a text", value);
    }

    List<String> asTexts(String name, Object value) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(name, value)) {
            texts.add(asText(name, element));
        }
        return texts;
    }

    RuntimeException refused(String name, String problem) {
        return refusal.apply(path(name) + ": " + problem);
    }

    private List<?> list(String name, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw unexpected(name, "a list", value);
    }

    private String asText(String name, Object value) {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw unexpected(name, "a text that isn't blank", value);
    }

    private long asNumber(String name, Object value, long lowest, long highest) {
        if (value instanceof Number number) {
            try {
                // Some libraries make a double of every number: 3.0 is 3, and 3.5 is refused.
                long exact = new BigDecimal(number.toString()).longValueExact();
                if (exact >= lowest && exact <= highest) {
                    return exact;
                }
            } catch (ArithmeticException | NumberFormatException notWhole) {
                throw unexpected(name, "a whole number", value);
            }
        }
        throw unexpected(name, "a whole number from " + lowest + " to " + highest, value);
    }

    private RuntimeException unexpected(String name, String expected, Object value) {
        String found = value == null
                ? has(name) ? "null" : "nothing"
                : value instanceof Number || value instanceof Boolean ? value.toString() : kind(value);
        return refused(name, expected + " expected, not " + found);
    }

    private static String kind(Object value) {
        if (value instanceof String text) {
            return text.isBlank() ? "a blank text" : "a text";
        }
        return value instanceof List
                ? "a list"
                : value instanceof Map ? "an object" : "a " + value.getClass().getName();
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
