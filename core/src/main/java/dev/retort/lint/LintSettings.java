/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import java.time.Duration;
import java.util.Map;

/**
 * How findings are judged.
 *
 * @param severities severities of rules, where they are not the rules' own
 * @param maxBlockingReads how long reads may be blocked
 * @param maxBlockingWrites how long writes may be blocked
 * @param unknownSize what a table is without a known size
 * @param requireMeasured whether a statement that could not be measured is an error
 * @since 0.1
 */
public record LintSettings(
        Map<Rule, Severity> severities,
        Duration maxBlockingReads,
        Duration maxBlockingWrites,
        UnknownSize unknownSize,
        boolean requireMeasured) {

    /** The severities of the rules, 1 s for reads, 5 s for writes. */
    public static final LintSettings DEFAULT =
            new LintSettings(Map.of(), Duration.ofSeconds(1), Duration.ofSeconds(5), UnknownSize.WARN, false);

    /**
     * Copies the map.
     *
     * @param severities severities of rules, where they are not the rules' own
     * @param maxBlockingReads how long reads may be blocked
     * @param maxBlockingWrites how long writes may be blocked
     * @param unknownSize what a table is without a known size
     * @param requireMeasured whether a statement that could not be measured is an error
     */
    public LintSettings {
        severities = Map.copyOf(severities);
    }

    /** What a table is without a known size. */
    public enum UnknownSize {
        /** A warning for what would be an error. */
        WARN,
        /** Every limit is passed. */
        LARGE,
        /** No limit is passed. */
        SMALL
    }

    /**
     * {@return the severity of a rule}
     *
     * @param rule the rule
     */
    public Severity severity(Rule rule) {
        return severities.getOrDefault(rule, rule.severity());
    }
}
