/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.standalone.CheckedDataSource;
import dev.retort.test.Project;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that write scripts after reading the database. */
class RebaseCommandTests extends DatabaseTestCase {

    @SuppressWarnings("NullAway.Init")
    private Project project;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeEach
    void writeTwoHeads() throws Exception {
        folder = folder.toRealPath();
        project = new Project(folder, database.dataSource()).chain("a1", "b1");
        project.revision("c1", "a1", "SELECT 'c1';", "SELECT 1;");
        project.revision("c2", "c1", "SELECT 'c2';", "SELECT 1;");
        shell = new Shell(folder).on(database).with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    @Test
    void movesABranchThatTheDatabaseDoesNotHave() throws Exception {
        project.upgrade("b1");

        assertThat(shell.run("rebase", "c2")).isEqualTo(new Shell.Result(0, """
              Rewriting c1.sql ...  done
            Revision c1 follows b1 instead of a1.
            """, ""));
        assertThat(Files.readString(folder.resolve("c1.sql"))).startsWith("-- revision: c1\n-- down_revision: b1\n");
        assertThat(shell.run("upgrade", "head").status()).isZero();
        assertThat(shell.run("current").out()).isEqualTo("c2 (head)\n");
    }

    @Test
    void refusesABranchThatTheDatabaseHas() throws Exception {
        project.upgrade("c1");

        Shell.Result result = shell.run("rebase", "c2");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("FAILED: Revision c1 cannot be moved. The database has applied it, or a part of it, and an"
                        + " applied script must not change. Merge the heads with `merge`, or downgrade the branch"
                        + " first in every database where it is applied.\n");
        assertThat(Files.readString(folder.resolve("c1.sql"))).contains("-- down_revision: a1\n");
        assertThat(shell.run("rebase", "b1", "--onto", "c2").status()).isZero();
    }

    @Test
    void refusesABranchThatStoppedHalfWay() {
        project.upgrade("b1");
        project.revision(
                "c1", "a1", "SELECT 'c1';\n-- migrate: autocommit\nSELECT 'first';\nSELECT nothing;", "SELECT 1;");
        assertThat(shell.run("upgrade", "c1").status()).isEqualTo(1);
        assertThat(shell.run("current").out()).isEqualTo("b1 (head)\n");

        assertThat(shell.run("rebase", "c2").err()).startsWith("FAILED: Revision c1 cannot be moved.");
    }

    @Test
    void refusesWhenItCannotTell() {
        project.revision("d1", "c1", "SELECT 'd1';", "SELECT 1;").upgrade("d1");
        project.without("d1");

        assertThat(shell.run("rebase", "c2").err())
                .startsWith("FAILED: Retort cannot determine whether the database has revision c1. It is at d1")
                .contains("--offline");
    }

    @Test
    void editsWhereTheDatabaseIs() {
        project.upgrade("b1");
        shell.with("EDITOR", "sed -i s/make.b1/made/");

        assertThat(shell.run("edit", "current")).isEqualTo(new Shell.Result(0, "", ""));
        assertThat(shell.run("show", "current", "a1").out())
                .containsSubsequence("Rev: b1 (head)\n", "made", "Rev: a1 ");
    }

    @Test
    void theCheckOfTheConnectionIsTheCommandsConnection() throws Exception {
        CheckedDataSource dataSource = new CheckedDataSource(database::dataSource);

        dataSource.check();
        dataSource.check();

        try (var first = dataSource.getConnection();
                var second = dataSource.getConnection()) {
            assertThat(first).isNotSameAs(second);
            assertThat(database.query("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND application_name = 'PostgreSQL JDBC Driver' AND pid <> pg_backend_pid()"))
                    .containsExactly("2");
        }
    }
}
