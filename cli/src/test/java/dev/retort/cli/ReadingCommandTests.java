/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that read, with the lines that Alembic prints for the same graph. */
class ReadingCommandTests extends DatabaseTestCase {

    @SuppressWarnings("NullAway.Init")
    private Project project;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeEach
    void writeBranchesAndAMerge() {
        project = new Project(folder, database.dataSource());
        project.chain("a1");
        script("b1", "a1", "-- branch_labels: billing\n");
        script("c1", "a1", "-- depends_on: b1\n");
        script("d1", "b1, c1", "");
        shell = new Shell(folder).on(database).with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    private void script(String id, String parents, String more) {
        project.script(
                id,
                "-- revision: " + id + "\n-- down_revision: " + parents + "\n" + more + "-- message: make " + id
                        + "\n\n-- migrate: upgrade\nCREATE TABLE t_" + id
                        + " ();\n\n-- migrate: downgrade\nDROP TABLE t_"
                        + id + ";\n");
    }

    @Test
    void aLimitBelowOneIsWrongUsage() {
        for (String limit : new String[] {"-1", "0"}) {
            Shell.Result result = shell.run("log", "--limit", limit);

            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err()).startsWith("--limit must be at least 1");
        }
    }

    @Test
    void listsTheHistoryNewestFirst() {
        assertThat(shell.run("history").out()).isEqualTo("""
            b1, c1 -> d1 (billing) (head) (mergepoint), make d1
            a1 (b1) -> c1, make c1
            a1 -> b1 (billing), make b1
            <base> -> a1 (branchpoint), make a1
            """);
    }

    @Test
    void listsARangeThatBeginsWhereTheDatabaseIs() {
        project.upgrade("b1");

        assertThat(shell.run("history", "-r", "current:", "-i").out()).isEqualTo("""
            b1, c1 -> d1 (billing) (head) (mergepoint), make d1
            a1 -> b1 (billing) (current), make b1
            """);
    }

    @Test
    void showsHeadsAndBranches() {
        assertThat(shell.run("heads").out()).isEqualTo("d1 (billing) (head)\n");
        assertThat(shell.run("branches").out()).isEqualTo("""
            a1 (branchpoint)
               -> b1 (billing)
               -> c1

            """);
    }

    @Test
    void showsARevisionAtLength() {
        assertThat(shell.run("show", "d1").out())
                .isEqualTo("Rev: d1 (head) (mergepoint)\nMerges: b1, c1\nBranch names: billing\nPath: "
                        + folder.resolve("d1.sql") + "\n\n    make d1\n\n");
    }

    @Test
    void saysOnStandardErrorThatADatabaseIsAtBase() {
        assertThat(shell.run("current"))
                .isEqualTo(new Shell.Result(0, "", "The database is at base: no revision is applied.\n"));
        assertThat(shell.run("current", "--json").err()).isEmpty();
    }

    @Test
    void reportsByTheExitStatusWhetherTheDatabaseIsAtItsHeads() {
        project.upgrade("b1");
        assertThat(shell.run("current", "--check-heads")).isEqualTo(new Shell.Result(1, "b1\n", ""));

        project.upgrade("heads");
        assertThat(shell.run("current", "--check-heads"))
                .isEqualTo(new Shell.Result(0, "d1 (head) (mergepoint)\n", ""));
    }

    @Test
    void showsWhatIsKnownOfADatabaseThatIsAhead() throws IOException {
        project.revision("e1", "d1", "CREATE TABLE e1 ();", "DROP TABLE e1;").upgrade("heads");
        Files.delete(folder.resolve("e1.sql"));

        assertThat(shell.run("current", "--check-heads")).satisfies(current -> {
            assertThat(current.status()).isEqualTo(1);
            assertThat(current.out()).isEqualTo("e1 (ahead)\n");
            assertThat(current.err()).contains("ahead of this build").doesNotContain("purge");
        });
        assertThat(shell.run("current", "-v").out()).contains("Rev: e1 (ahead)\nParent: d1\n\n    make e1\n");
        assertThat(shell.run("current", "--json").out()).contains("\"revision\" : \"e1\"", "\"ahead\" : true");
        assertThat(shell.run("graph", "-i").out()).startsWith("*").doesNotContain("o a1");
        assertThat(shell.run("upgrade", "heads").status()).isZero();
    }

    @Test
    void worksBeforeThereIsAFolder() {
        Shell empty = new Shell(folder).on(database).with("RETORT_LOCATIONS", "filesystem:" + folder.resolve("none"));

        assertThat(empty.run("current").out()).isEmpty();
        for (String command : List.of("heads", "history", "branches", "graph")) {
            assertThat(empty.run(command))
                    .isEqualTo(new Shell.Result(
                            0,
                            "",
                            "There are no revision scripts. `revision -m \"<message>\"` writes the first one.\n"));
        }
        assertThat(empty.run("upgrade", "head").out()).contains("The database is at base: nothing to do.");
        assertThat(empty.with("RETORT_ON_MISSING_SCRIPTS", "fail")
                        .run("current")
                        .err())
                .startsWith("FAILED: ")
                .contains("The location does not exist");
    }

    @Test
    void showsARowThatNothingKnows() {
        project.upgrade("heads");
        database.execute("UPDATE alembic_version SET version_num = 'zz'");

        assertThat(shell.run("current").out()).isEqualTo("zz (unknown)\n");
        assertThat(shell.run("current").err()).contains("which is not in the history");
    }

    @Test
    void answersInJson() {
        project.upgrade("b1");

        assertThat(shell.run("current", "--json").out())
                .contains("\"revision\" : \"b1\"", "\"branchLabels\" : [ \"billing\" ]", "\"current\" : true");
        assertThat(shell.run("show", "current", "--json").out()).contains("\"current\" : true");
        assertThat(shell.run("branches", "--json").out()).contains("\"branchesInto\" : [ \"b1\", \"c1\" ]");
        assertThat(shell.run("log", "--json").out()).contains("\"outcome\" : \"succeeded\"");
    }

    @Test
    void showsWhatWasDone() {
        project.upgrade("b1");

        assertThat(shell.run("log", "--limit", "1").out())
                .containsPattern("upgrade b1 succeeded \\d+ ms by alice, make b1\n");
    }

    @Test
    void offersTheNearestIdForAMistypedOne() {
        Shell.Result result = shell.run("show", "b2");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).startsWith("FAILED: ").contains("b2");
    }

    @Test
    void needsNoDatabaseForWhatTheScriptsSay() {
        Shell alone = new Shell(folder).with("RETORT_LOCATIONS", "filesystem:" + folder);

        assertThat(alone.run("heads").status()).isZero();
        assertThat(alone.run("history").status()).isZero();
    }
}
