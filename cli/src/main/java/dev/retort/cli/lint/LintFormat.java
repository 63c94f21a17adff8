/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.lint;

import dev.retort.cli.output.JsonAnswer;
import dev.retort.internal.lint.packed.LintFile;
import dev.retort.lint.LintReport;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A format of reports. */
public enum LintFormat {
    /** For people. */
    TEXT(report -> new TextReport(LockColors.NONE).write(report)),
    /** Everything, for programs. */
    JSON(JsonReport::write),
    /** SARIF 2.1.0, which code hosts show beside the lines. */
    SARIF(SarifReport::write),
    /** Annotations of GitHub Actions. */
    GITHUB(GithubReport::write),
    /** The code quality report of GitLab. */
    GITLAB(GitlabReport::write),
    /** JUnit XML, a test case for each revision. */
    JUNIT(JunitReport::write),
    /** One comment for a pull request. */
    MARKDOWN(MarkdownReport::write),
    /** The file that a build puts into its jar. */
    PACK(report -> JsonAnswer.text(LintFile.write(report)));

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private final Function<LintReport, String> writer;

    LintFormat(Function<LintReport, String> writer) {
        this.writer = writer;
    }

    /** {@return the report as text} */
    public String write(LintReport report) {
        return writer.apply(report);
    }

    /**
     * {@return the format of this name}
     *
     * @throws IllegalArgumentException when there is none
     */
    public static LintFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no format " + name + ". The formats are "
                        + Arrays.stream(values()).map(LintFormat::word).collect(Collectors.joining(", ")) + "."));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
