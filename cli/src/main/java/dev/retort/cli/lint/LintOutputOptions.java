/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** In which formats a report is written, and where. */
final class LintOutputOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private @Nullable List<Given> given;

    /** A format and its file; both options together may be given several times. */
    static final class Given {

        @Option(
                names = "--format",
                paramLabel = "<format>",
                description = "text, json, sarif, github, gitlab, junit, markdown or pack. Can be repeated.")
        private @Nullable String format;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "<file>",
                description = "Write the report of the --format before it to this file instead of standard output.")
        private @Nullable Path file;
    }

    /**
     * A report.
     *
     * @param format its format
     * @param file its file; {@code null} for standard output
     */
    record Target(LintFormat format, @Nullable Path file) {}

    /** {@return the reports; by default text on standard output} */
    List<Target> targets() {
        return given == null || given.isEmpty()
                ? List.of(new Target(LintFormat.TEXT, null))
                : given.stream().map(this::target).toList();
    }

    private Target target(Given one) {
        try {
            return new Target(one.format == null ? LintFormat.TEXT : LintFormat.of(one.format), one.file);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
