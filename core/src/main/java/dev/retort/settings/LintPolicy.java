/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.settings;

import java.time.Duration;
import java.util.Map;

/**
 * The settings by which {@code lint} judges revisions: {@code retort.lint.*} and {@code retort.on-lint-error}.
 *
 * @param rules severities of rules by their names: {@code off}, {@code advice}, {@code warning} or {@code error}
 * @param maxBlockingReads how long reads may be blocked
 * @param maxBlockingWrites how long writes may be blocked
 * @param unknownSize what a table of unknown size is taken for
 * @param requireMeasured whether a statement that cannot be measured is an error
 * @param java what happens with Java revisions
 * @param onError what a start does about errors that the build found in pending revisions
 * @since 0.1
 */
public record LintPolicy(
        Map<String, String> rules,
        Duration maxBlockingReads,
        Duration maxBlockingWrites,
        UnknownSize unknownSize,
        boolean requireMeasured,
        JavaLinting java,
        OnLintError onError) {

    /**
     * Copies the map.
     *
     * @param rules severities of rules by their names: {@code off}, {@code advice}, {@code warning} or {@code error}
     * @param maxBlockingReads how long reads may be blocked
     * @param maxBlockingWrites how long writes may be blocked
     * @param unknownSize what a table of unknown size is taken for
     * @param requireMeasured whether a statement that cannot be measured is an error
     * @param java what happens with Java revisions
     * @param onError what a start does about errors that the build found in pending revisions
     */
    public LintPolicy {
        rules = Map.copyOf(rules);
    }

    /** {@return the severities of the rules, 1 s for reads, 5 s for writes} */
    public static LintPolicy defaults() {
        return new LintPolicy(
                Map.of(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                UnknownSize.WARN,
                false,
                JavaLinting.NOT_MEASURED,
                OnLintError.WARN);
    }

    /**
     * {@return this policy with another answer to errors at a start}
     *
     * @param other what a start does about errors that the build found in pending revisions
     */
    public LintPolicy onError(OnLintError other) {
        return new LintPolicy(rules, maxBlockingReads, maxBlockingWrites, unknownSize, requireMeasured, java, other);
    }
}
