/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import dev.retort.test.Samples;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lost output is a failure: the next program would process incomplete output. */
@EnabledOnOs(OS.LINUX)
class LostOutputTests extends DatabaseTestCase {

    @SuppressWarnings("NullAway.Init")
    private RetortProcess retort;

    @BeforeEach
    void write() {
        new Project(folder, database.dataSource()).chain("a1", "b1");
        retort = new RetortProcess(folder)
                .with("RETORT_URL", database.url())
                .with("RETORT_USERNAME", database.user())
                .with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    static Stream<String> commands() {
        return Samples.every(
                2,
                0,
                Stream.of(
                        "upgrade head --sql > /dev/full",
                        "ensure_version --sql > /dev/full",
                        "history > /dev/full",
                        "history --json > /dev/full",
                        "completion bash > /dev/full",
                        "--help > /dev/full",
                        "--version > /dev/full",
                        "upgrade --help > /dev/full"));
    }

    @Tag("slow")
    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("commands")
    void aFullDiskIsAFailure(String command) {
        Shell.Result result = retort.run("retort " + command);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).startsWith("FAILED: The answer could not be written to standard output.");
    }

    @Test
    void aRunContinuesToItsEndAndReportsThatItsOutputIsLost() {
        assertThat(retort.run("retort upgrade head > /dev/full").status()).isEqualTo(1);
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("b1");
    }

    @Test
    void aPipeThatNothingReadsIsAFailure() {
        // The reader ends first: the program writes only then.
        Shell.Result result = retort.run(
                "mkfifo done; { read -r x < done; retort history; echo \"status $?\" >&2; } | { exec <&-; echo > done;"
                        + " }");

        assertThat(result.err()).contains("could not be written to standard output", "status 1");
    }

    @Tag("slow")
    @Test
    void anErrorThatCannotBeWrittenKeepsItsStatus() {
        assertThat(retort.run("retort no_such_command 2> /dev/full").status()).isNotZero();
        assertThat(retort.run("retort show no_such_revision 2> /dev/full").status())
                .isEqualTo(1);
    }

    @Tag("slow")
    @Test
    void whatIsWrittenWholeIsNoFailure() {
        assertThat(retort.run("retort upgrade head --sql | tail -1; exit ${PIPESTATUS[0]}")
                        .status())
                .isZero();
    }
}
