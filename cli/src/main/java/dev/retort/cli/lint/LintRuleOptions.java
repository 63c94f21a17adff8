/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.cli.settings.SettingKind;
import dev.retort.lint.LintSettings;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import dev.retort.settings.JavaLinting;
import dev.retort.settings.LintPolicy;
import dev.retort.settings.UnknownSize;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The severity of findings. */
final class LintRuleOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--rule",
            paramLabel = "<rule>=<severity>",
            description = "The severity of a rule: off, advice, warning or error.")
    private Map<String, String> severities = new LinkedHashMap<>();

    @Option(
            names = "--max-blocking-reads",
            paramLabel = "<time>",
            description = "The longest time that reads may be blocked: an error if the lower bound of the estimate"
                    + " exceeds it, a warning if only the upper bound does. Default: lint.max-blocking-reads.")
    private @Nullable String maxBlockingReads;

    @Option(
            names = "--max-blocking-writes",
            paramLabel = "<time>",
            description = "The same for writes. Default: lint.max-blocking-writes.")
    private @Nullable String maxBlockingWrites;

    @Option(
            names = "--unknown-size",
            paramLabel = "<size>",
            description = "How to treat tables of unknown size: warn, large or small. Default: lint.unknown-size.")
    private @Nullable String unknownSize;

    @Option(names = "--require-measured", description = "Report a statement that cannot be measured as an error.")
    private boolean requireMeasured;

    @Option(
            names = "--run-java",
            description = "Run Java revisions on the scratch database. Otherwise they are not measured.")
    private boolean runJava;

    @Option(
            names = "--model",
            paramLabel = "<model>",
            description = "The model: hibernate, jdbc, or sql:FILE; none disables the rules about it.")
    private @Nullable String model;

    /** {@return how findings are judged: as the settings say, unless an option overrides them} */
    LintSettings settings(LintPolicy policy) {
        LintSettings configured = LintSettings.of(policy);
        Map<Rule, Severity> byRule = new EnumMap<>(Rule.class);
        byRule.putAll(configured.severities());
        severities.forEach((rule, severity) -> byRule.put(rule(rule), severity(severity)));
        return new LintSettings(
                byRule,
                maxBlockingReads == null ? configured.maxBlockingReads() : duration(maxBlockingReads),
                maxBlockingWrites == null ? configured.maxBlockingWrites() : duration(maxBlockingWrites),
                unknownSize == null ? configured.unknownSize() : unknownSize(unknownSize),
                requireMeasured || configured.requireMeasured(),
                runJava ? JavaLinting.RUN : configured.java());
    }

    private Rule rule(String id) {
        return Rule.find(id).orElseThrow(() -> wrong("There is no rule " + id + ". docs/lint.md lists all of them."));
    }

    private Severity severity(String word) {
        return Severity.find(word)
                .orElseThrow(() -> wrong("A severity is off, advice, warning or error, not " + word + "."));
    }

    private Duration duration(String text) {
        try {
            return SettingKind.DURATION.reader().apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong("The time " + text + " cannot be read: it is not " + SettingKind.DURATION.rule() + ".");
        }
    }

    private UnknownSize unknownSize(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "warn" -> UnknownSize.WARN;
            case "large" -> UnknownSize.LARGE;
            case "small" -> UnknownSize.SMALL;
            default -> throw wrong("--unknown-size is warn, large or small, not " + word + ".");
        };
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** {@return the model that was named; {@code null} when none was} */
    @Nullable
    String model() {
        return model;
    }
}
