/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.properties;

import dev.retort.settings.JavaLinting;
import dev.retort.settings.UnknownSize;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings of lint.
 *
 * @since 0.1
 */
public class LintProperties {

    /** Severities of rules by name: off, advice, warning or error. */
    private Map<String, String> rules = new LinkedHashMap<>();

    /** Time for which a revision may block reads before lint reports an error. */
    private Duration maxBlockingReads = Duration.ofSeconds(1);

    /** Time for which a revision may block writes before lint reports an error. */
    private Duration maxBlockingWrites = Duration.ofSeconds(5);

    /** How lint treats tables of unknown size: as a warning, or as large or small ones. */
    private UnknownSize unknownSize = UnknownSize.WARN;

    /** Whether lint reports a statement that cannot be measured as an error. */
    private boolean requireMeasured = false;

    /** What lint does with Java revisions: they can have effects outside the database. */
    private JavaLinting java = JavaLinting.NOT_MEASURED;

    public Map<String, String> getRules() {
        return rules;
    }

    public void setRules(Map<String, String> rules) {
        this.rules = rules;
    }

    public Duration getMaxBlockingReads() {
        return maxBlockingReads;
    }

    public void setMaxBlockingReads(Duration maxBlockingReads) {
        this.maxBlockingReads = maxBlockingReads;
    }

    public Duration getMaxBlockingWrites() {
        return maxBlockingWrites;
    }

    public void setMaxBlockingWrites(Duration maxBlockingWrites) {
        this.maxBlockingWrites = maxBlockingWrites;
    }

    public UnknownSize getUnknownSize() {
        return unknownSize;
    }

    public void setUnknownSize(UnknownSize unknownSize) {
        this.unknownSize = unknownSize;
    }

    public boolean isRequireMeasured() {
        return requireMeasured;
    }

    public void setRequireMeasured(boolean requireMeasured) {
        this.requireMeasured = requireMeasured;
    }

    public JavaLinting getJava() {
        return java;
    }

    public void setJava(JavaLinting java) {
        this.java = java;
    }
}
