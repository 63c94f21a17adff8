/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.jdbc.statement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The type that the elements of a list have in an array.
 *
 * @param sqlName what PostgreSQL calls it
 */
record ElementType(String sqlName) {

    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(Boolean.class, "bool"),
            Map.entry(Short.class, "int4"),
            Map.entry(Integer.class, "int4"),
            Map.entry(Long.class, "int8"),
            Map.entry(BigInteger.class, "numeric"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(Float.class, "float4"),
            Map.entry(Double.class, "float8"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(byte[].class, "bytea"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(LocalDateTime.class, "timestamp"),
            Map.entry(OffsetDateTime.class, "timestamptz"),
            Map.entry(Instant.class, "timestamptz"));

    /**
     * {@return the type of a list's elements; {@code null} when none of them tells}
     *
     * @throws IllegalArgumentException when they have no type, or several
     */
    static @Nullable ElementType of(List<?> list) {
        Set<String> types = new TreeSet<>();
        Set<String> classes = new TreeSet<>();
        list.stream().filter(Objects::nonNull).map(Object::getClass).forEach(type -> {
            types.add(name(type));
            classes.add(type.getSimpleName());
        });
        if (types.size() > 1) {
            throw new IllegalArgumentException(
                    "A list for an array has elements of one type, not of " + String.join(" and ", classes) + ".");
        }
        return types.isEmpty() ? null : new ElementType(types.iterator().next());
    }

    private static String name(Class<?> type) {
        String name = NAMES.get(type);
        if (name == null) {
            throw new IllegalArgumentException(
                    "A list for an array cannot hold elements of " + type.getTypeName() + ".");
        }
        return name;
    }

    /** {@return an element as the driver writes it into an array} */
    static @Nullable Object sent(@Nullable Object element) {
        return element instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : element;
    }
}
