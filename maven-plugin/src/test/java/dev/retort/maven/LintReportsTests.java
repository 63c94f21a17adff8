/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LintReportsTests {

    private static final Path PACKED = Path.of("/app/target/classes/META-INF/retort/lint.json");

    @Test
    void withoutParametersTheCommandDecides() {
        assertThat(new LintReports(List.of(), null).options()).isEmpty();
    }

    @Test
    void aFormatMayHaveAFile() {
        assertThat(new LintReports(List.of("text", " sarif = target/lint.sarif", "junit=target/a=b.xml"), null)
                        .options())
                .containsExactly(
                        "--format",
                        "text",
                        "--format",
                        "sarif",
                        "-o",
                        "target/lint.sarif",
                        "--format",
                        "junit",
                        "-o",
                        "target/a=b.xml");
    }

    @Test
    void packingShowsTheFindingsToo() {
        assertThat(new LintReports(List.of(), PACKED).options())
                .containsExactly("--format", "text", "--format", "pack", "-o", PACKED.toString());
        assertThat(new LintReports(List.of("github"), PACKED).options())
                .containsExactly("--format", "github", "--format", "pack", "-o", PACKED.toString());
    }
}
