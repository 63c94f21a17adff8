/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.step;

import dev.retort.error.RetortException;
import dev.retort.migration.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of an answer that is kept as texts. It reads the same whether the statement ran now or in an earlier run of the code.
 *
 * @param columns the names of the columns
 * @param values their values
 */
record RecordedRow(List<String> columns, List<@Nullable String> values) implements Row {

    /** What ISO dates and times of the server are, but for the {@code T} and the length of the offset. */
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter();

    private static final DateTimeFormatter OFFSET = new DateTimeFormatterBuilder()
            .append(LOCAL)
            .parseLenient()
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter();

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Long.class, text -> new BigDecimal(text).longValueExact()),
            Map.entry(Integer.class, text -> new BigDecimal(text).intValueExact()),
            Map.entry(Short.class, text -> new BigDecimal(text).shortValueExact()),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(BigInteger.class, BigInteger::new),
            Map.entry(Boolean.class, RecordedRow::truth),
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, text -> LocalDateTime.parse(text, LOCAL)),
            Map.entry(OffsetDateTime.class, text -> OffsetDateTime.parse(text, OFFSET)),
            Map.entry(Instant.class, text -> OffsetDateTime.parse(text, OFFSET).toInstant()),
            Map.entry(byte[].class, text -> HexFormat.of().parseHex(text.substring("\\x".length()))));

    private static Object truth(String text) {
        return switch (text) {
            case "t", "true", "1" -> true;
            case "f", "false", "0" -> false;
            default -> throw new IllegalArgumentException(text + " is not a boolean");
        };
    }

    @Override
    public <T> @Nullable T get(String column, Class<T> type) {
        String text = values.get(place(column));
        Function<String, Object> reader = READERS.get(type);
        if (reader == null) {
            throw new RetortException(
                    "Column " + column + " of the result cannot be read as " + type.getSimpleName() + ".",
                    "Retort stores the result of a statement that writes as text, and converts it to strings,"
                            + " numbers, booleans, UUIDs, bytes, dates and times.",
                    "Read it as String, or use a query that only reads.");
        }
        try {
            return text == null ? null : type.cast(reader.apply(text));
        } catch (RuntimeException e) {
            throw new RetortException(
                    "Column " + column + " of the result cannot be read as " + type.getSimpleName() + ".",
                    e.getMessage() + ".",
                    "Check the type against the query.",
                    e);
        }
    }

    private int place(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(column)) {
                return i;
            }
        }
        throw new RetortException(
                "Column " + column + " of the result cannot be read.",
                "The result has the columns " + String.join(", ", columns) + ".",
                "Check the name against the query.");
    }

    /** Says nothing of the values, which may be secrets. */
    @Override
    public String toString() {
        return "a row of " + columns;
    }
}
