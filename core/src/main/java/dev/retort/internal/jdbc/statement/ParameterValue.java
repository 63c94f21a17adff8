/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value that a user gives for a {@code ?} of a statement. Immutable as far as its value is.
 *
 * @param value the value as {@code MigrationConnection} takes it
 * @param canonical a text that tells it from other values and is the same in every run; for comparing, never for showing:
 *     the value may be a secret
 */
public record ParameterValue(@Nullable Object value, String canonical) {

    private static final List<Class<?>> TYPES = List.of(
            String.class,
            Character.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            BigDecimal.class,
            Float.class,
            Double.class,
            UUID.class,
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            OffsetTime.class);

    /**
     * Makes a parameter of a Java object: a text, a number, a truth value, a date or time of {@code java.time}, a UUID,
     * {@code byte[]}, or a list or another array of such, whose elements are of one type.
     *
     * @throws IllegalArgumentException for any other object
     */
    public static ParameterValue of(@Nullable Object object) {
        if (object instanceof List<?> list) {
            return ofList(list);
        }
        if (object != null && object.getClass().isArray() && !(object instanceof byte[])) {
            return ofList(elements(object));
        }
        return new ParameterValue(object, scalar(object));
    }

    private static ParameterValue ofList(List<?> list) {
        List<@Nullable Object> elements = Collections.unmodifiableList(new ArrayList<@Nullable Object>(list));
        ElementType type = ElementType.of(elements);
        String canonical = elements.stream()
                .map(ParameterValue::scalar)
                .map(element -> element.length() + ":" + element)
                .collect(Collectors.joining(",", "[", "]"));
        return new ParameterValue(elements, (type == null ? "" : type.sqlName()) + canonical);
    }

    private static List<@Nullable Object> elements(Object array) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static String scalar(@Nullable Object object) {
        if (object == null) {
            return "null";
        }
        if (object instanceof byte[] bytes) {
            return "bytes " + HexFormat.of().formatHex(bytes);
        }
        if (TYPES.stream().noneMatch(type -> type.isInstance(object))) {
            throw new IllegalArgumentException(
                    "An object of " + object.getClass().getTypeName() + " is not a valid parameter.");
        }
        return object.getClass().getSimpleName() + " " + object;
    }

    /** Says nothing of the value, which may be a secret. */
    @Override
    public String toString() {
        return "a parameter";
    }
}
