/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The type of a value, with the syntax of Spring Boot.
 *
 * @param label the placeholder for a value in the help
 * @param rule describes a value, as the end of a sentence that begins with "It is"
 * @param reader parses a value; throws {@code IllegalArgumentException} for an invalid one
 * @param <T> the type of a value
 */
public record SettingKind<T>(String label, String rule, Function<String, T> reader) {

    static final SettingKind<String> TEXT = new SettingKind<>("<text>", "a text", value -> value);
    static final SettingKind<List<String>> LIST =
            new SettingKind<>("<text,...>", "a list, separated by commas", SettingKind::list);
    static final SettingKind<Boolean> FLAG = new SettingKind<>("true|false", "true or false", SettingKind::flag);
    static final SettingKind<Integer> COUNT =
            new SettingKind<>("<number>", "a whole number, zero or more", SettingKind::count);
    public static final SettingKind<Duration> DURATION = new SettingKind<>(
            "<duration>",
            "a duration, such as 500ms, 3s, 5m or 1h; a number alone is milliseconds",
            SettingKind::duration);
    public static final SettingKind<Integer> SIZE =
            new SettingKind<>("<size>", "a size, such as 512KB or 1MB; a number alone is bytes", SettingKind::size);

    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,15}) ?([a-zA-Z]{0,2})");
    private static final Map<String, Long> NANOSECONDS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "ms", 1_000_000L,
            "", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L,
            "d", 86_400_000_000_000L);
    private static final Map<String, Long> BYTES =
            Map.of("", 1L, "b", 1L, "kb", 1L << 10, "mb", 1L << 20, "gb", 1L << 30, "tb", 1L << 40);

    /** {@return one of the values of an enum, written in lower case with hyphens} */
    static <E extends Enum<E>> SettingKind<E> choice(Class<E> type) {
        List<String> choices = Arrays.stream(type.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return new SettingKind<>(
                String.join("|", choices),
                "one of " + String.join(", ", choices),
                value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toUnmodifiableList());
    }

    private static boolean flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static int count(String value) {
        int count = Integer.parseInt(value);
        if (count < 0) {
            throw new IllegalArgumentException();
        }
        return count;
    }

    private static Duration duration(String value) {
        if (value.toUpperCase(Locale.ROOT).startsWith("P")) {
            try {
                return Duration.parse(value);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return Duration.ofNanos(amount(value, NANOSECONDS));
    }

    /** At most the length of a Java string. */
    private static int size(String value) {
        return (int) Math.min(amount(value, BYTES), Integer.MAX_VALUE);
    }

    private static long amount(String value, Map<String, Long> units) {
        Matcher amount = AMOUNT.matcher(value);
        Long unit = amount.matches() ? units.get(amount.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new IllegalArgumentException();
        }
        try {
            return Math.multiplyExact(Long.parseLong(amount.group(1)), unit);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
