/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.lint;

import dev.retort.error.RetortException;
import dev.retort.settings.JavaLinting;
import dev.retort.settings.LintPolicy;
import dev.retort.settings.UnknownSize;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The settings by which findings are judged.
 *
 * @param severities severities of rules, where they are not the rules' own
 * @param maxBlockingReads how long reads may be blocked
 * @param maxBlockingWrites how long writes may be blocked
 * @param unknownSize what a table is without a known size
 * @param requireMeasured whether a statement that could not be measured is an error
 * @param java what happens with Java revisions
 * @since 0.1
 */
public record LintSettings(
        Map<Rule, Severity> severities,
        Duration maxBlockingReads,
        Duration maxBlockingWrites,
        UnknownSize unknownSize,
        boolean requireMeasured,
        JavaLinting java) {

    /** The severities of the rules, 1 s for reads, 5 s for writes. */
    public static final LintSettings DEFAULT = of(LintPolicy.defaults());

    /**
     * Copies the map.
     *
     * @param severities severities of rules, where they are not the rules' own
     * @param maxBlockingReads how long reads may be blocked
     * @param maxBlockingWrites how long writes may be blocked
     * @param unknownSize what a table is without a known size
     * @param requireMeasured whether a statement that could not be measured is an error
     * @param java what happens with Java revisions
     */
    public LintSettings {
        severities = Map.copyOf(severities);
    }

    /**
     * Reads the settings {@code retort.lint.*}.
     *
     * @param policy their values
     * @return the settings of a run
     * @throws RetortException when a rule or a severity does not exist
     */
    public static LintSettings of(LintPolicy policy) {
        Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
        policy.rules().forEach((rule, severity) -> severities.put(rule(rule), severity(rule, severity)));
        return new LintSettings(
                severities,
                policy.maxBlockingReads(),
                policy.maxBlockingWrites(),
                policy.unknownSize(),
                policy.requireMeasured(),
                policy.java());
    }

    private static Rule rule(String id) {
        return Rule.find(id)
                .orElseThrow(() -> new RetortException(
                        "The setting retort.lint.rules." + id + " names no rule of lint.",
                        "",
                        "Correct the name: docs/lint.md lists all rules."));
    }

    private static Severity severity(String rule, String word) {
        return Severity.find(word)
                .orElseThrow(() -> new RetortException(
                        "The setting retort.lint.rules." + rule + " is " + word + ".",
                        "It is the severity of a rule.",
                        "Set it to off, advice, warning or error."));
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
