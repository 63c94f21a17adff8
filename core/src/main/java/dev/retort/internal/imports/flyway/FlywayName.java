/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the name of a file.
 *
 * @param kind the kind of the file
 * @param version its version; {@code null} where the kind has none
 * @param description its description, with blanks for underscores; the event for a callback
 */
record FlywayName(FlywayKind kind, @Nullable FlywayVersion version, String description) {

    private static final Pattern EVENT = Pattern.compile("(before|after)[A-Z]\\w*|createSchema");

    /**
     * Reads a name.
     *
     * @param base the name of the file without its suffix
     * @param settings the prefixes and the separator
     * @return empty for a file that Flyway does not take for a migration
     */
    static Optional<FlywayName> parse(String base, FlywaySettings settings) {
        String separator = settings.separator();
        String event = before(base, separator);
        if (EVENT.matcher(event).matches()) {
            return Optional.of(new FlywayName(FlywayKind.CALLBACK, null, event));
        }
        List<Map.Entry<String, FlywayKind>> prefixes = settings.prefixes().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, FlywayKind> one) ->
                                one.getKey().length())
                        .reversed())
                .toList();
        return prefixes.stream()
                .filter(prefix -> base.startsWith(prefix.getKey()))
                .findFirst()
                .flatMap(prefix ->
                        of(prefix.getValue(), base.substring(prefix.getKey().length()), separator));
    }

    private static Optional<FlywayName> of(FlywayKind kind, String rest, String separator) {
        String left = before(rest, separator);
        String right = rest.length() > left.length() ? rest.substring(left.length() + separator.length()) : "";
        String description = right.replace('_', ' ');
        if (!kind.isVersioned()) {
            return left.isEmpty() ? Optional.of(new FlywayName(kind, null, description)) : Optional.empty();
        }
        return FlywayVersion.parse(left).map(version -> new FlywayName(kind, version, description));
    }

    private static String before(String text, String separator) {
        int at = text.indexOf(separator);
        return at < 0 ? text : text.substring(0, at);
    }
}
