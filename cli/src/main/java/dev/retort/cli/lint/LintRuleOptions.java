/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.cli.settings.SettingKind;
import dev.retort.lint.LintSettings;
import dev.retort.lint.LintSettings.UnknownSize;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
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
            defaultValue = "1s",
            description = "The longest time that reads may be blocked: an error if the lower bound of the estimate"
                    + " exceeds it, a warning if only the upper bound does. Default: 1s.")
    private String maxBlockingReads = "1s";

    @Option(
            names = "--max-blocking-writes",
            paramLabel = "<time>",
            defaultValue = "5s",
            description = "The same for writes. Default: 5s.")
    private String maxBlockingWrites = "5s";

    @Option(
            names = "--unknown-size",
            paramLabel = "<size>",
            description = "How to treat tables of unknown size: large or small. By default lint warns about them.")
    private @Nullable String unknownSize;

    @Option(names = "--require-measured", description = "Report a statement that cannot be measured as an error.")
    private boolean requireMeasured;

    @Option(
            names = "--model",
            paramLabel = "<model>",
            description = "The model: hibernate, jdbc, or sql:FILE; none disables the rules about it.")
    private @Nullable String model;

    /** {@return how findings are judged} */
    LintSettings settings() {
        Map<Rule, Severity> byRule = new EnumMap<>(Rule.class);
        severities.forEach((rule, severity) -> byRule.put(rule(rule), severity(severity)));
        return new LintSettings(
                byRule, duration(maxBlockingReads), duration(maxBlockingWrites), unknownSize(), requireMeasured);
    }

    private Rule rule(String id) {
        return Rule.find(id).orElseThrow(() -> wrong("There is no rule " + id + ". docs/lint.md lists all of them."));
    }

    private Severity severity(String word) {
        return switch (word) {
            case "off" -> Severity.OFF;
            case "advice" -> Severity.ADVICE;
            case "warning" -> Severity.WARNING;
            case "error" -> Severity.ERROR;
            default -> throw wrong("A severity is off, advice, warning or error, not " + word + ".");
        };
    }

    private Duration duration(String text) {
        try {
            return SettingKind.DURATION.reader().apply(text);
        } catch (IllegalArgumentException e) {
            throw wrong("The time " + text + " cannot be read: it is not " + SettingKind.DURATION.rule() + ".");
        }
    }

    private UnknownSize unknownSize() {
        if (unknownSize == null) {
            return UnknownSize.WARN;
        }
        return switch (unknownSize.toLowerCase(Locale.ROOT)) {
            case "large" -> UnknownSize.LARGE;
            case "small" -> UnknownSize.SMALL;
            default -> throw wrong("--unknown-size is large or small, not " + unknownSize + ".");
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
