/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.lint.Rule;
import dev.retort.migration.AllowFinding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comment line {@code -- lint: allow <rule> until <date>, <reason>}; the date may be left out.
 *
 * @param line its line in the file; 0 for an annotation of a class, which is for all statements
 * @param text what follows {@code lint:}
 * @param rule the rule; {@code null} when there is none of that name
 * @param until the last day on which it holds; {@code null} for always
 * @param reason why; empty when it is missing
 */
record Suppression(
        int line,
        String text,
        @Nullable Rule rule,
        @Nullable LocalDate until,
        String reason) {

    private static final Pattern LINE = Pattern.compile("\\s*--\\s*lint:\\s*(.*?)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALLOW = Pattern.compile(
            "allow\\s+([a-z-]+)(?:\\s+until\\s+([0-9-]+))?\\s*(?:,\\s*(.*))?", Pattern.CASE_INSENSITIVE);

    /** {@return the suppression that a line of a script is; empty for another line} */
    static Optional<Suppression> parse(int number, String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        String text = found.group(1);
        Matcher allow = ALLOW.matcher(text);
        if (!allow.matches()) {
            return Optional.of(new Suppression(number, text, null, null, ""));
        }
        LocalDate until = date(allow.group(2));
        boolean unreadable = allow.group(2) != null && until == null;
        Rule rule = unreadable ? null : Rule.find(allow.group(1)).orElse(null);
        String reason = allow.group(3) == null ? "" : allow.group(3).strip();
        return Optional.of(new Suppression(number, text, rule, until, reason));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** {@return what the annotation of a class allows} */
    static Suppression of(AllowFinding annotation) {
        LocalDate until = date(annotation.until());
        boolean unreadable = !annotation.until().isEmpty() && until == null;
        String text = "@AllowFinding(rule = \"" + annotation.rule() + "\", reason = \"" + annotation.reason() + "\"";
        return new Suppression(
                0,
                text + (annotation.until().isEmpty() ? ")" : ", until = \"" + annotation.until() + "\")"),
                unreadable ? null : Rule.find(annotation.rule()).orElse(null),
                until,
                annotation.reason().strip());
    }

    /** {@return it as it is in the source} */
    String shown() {
        return line == 0 ? text : "-- lint: " + text;
    }

    /** {@return whether it says all that it must} */
    boolean isComplete() {
        return rule != null && !reason.isEmpty();
    }

    boolean isExpired(LocalDate today) {
        return until != null && until.isBefore(today);
    }
}
