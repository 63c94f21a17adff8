/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.cli.lint.LintFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** In which formats a report is written, and where. */
final class LintOutputOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final List<Target> targets = new ArrayList<>();

    /**
     * A report.
     *
     * @param format its format
     * @param file its file; {@code null} for standard output
     */
    record Target(LintFormat format, @Nullable Path file) {}

    @Option(
            names = "--format",
            paramLabel = "<format>",
            description = "text, json, sarif, github, gitlab, junit or markdown; may be given several times.")
    void setFormat(String name) {
        try {
            targets.add(new Target(LintFormat.of(name), null));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "<file>",
            description = "Write the format before it to this file instead of standard output.")
    void setFile(Path file) {
        int last = targets.size() - 1;
        LintFormat format = targets.isEmpty() ? LintFormat.TEXT : targets.get(last).format();
        if (last >= 0) {
            targets.remove(last);
        }
        targets.add(new Target(format, file));
    }

    List<Target> targets() {
        return targets.isEmpty() ? List.of(new Target(LintFormat.TEXT, null)) : List.copyOf(targets);
    }
}
