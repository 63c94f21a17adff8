/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The severities of findings, in ascending order.
 *
 * @since 0.1
 */
public enum Severity {
    /** The rule is off. */
    OFF,
    /** Within the limits of the settings at the sizes that are known: only JSON shows it. */
    INFO,
    /** Worth knowing; blocks nothing by itself. */
    ADVICE,
    /** May block or lose something in production. */
    WARNING,
    /** Blocks or fails in production. */
    ERROR;

    /** {@return the word in settings and reports} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a severity that a rule can have.
     *
     * @param word {@code off}, {@code advice}, {@code warning} or {@code error}
     * @return the severity; empty for another word
     */
    public static Optional<Severity> find(String word) {
        return Arrays.stream(values())
                .filter(severity -> severity != INFO && severity.word().equals(word))
                .findFirst();
    }
}
