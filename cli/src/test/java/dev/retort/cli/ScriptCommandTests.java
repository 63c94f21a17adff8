/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that print a script for psql, without a database. */
class ScriptCommandTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeEach
    void writeAChain() {
        Project project = new Project(folder, TestDatabase.none().dataSource()).chain("a1", "b1");
        project.script(
                "c1",
                "-- revision: c1\n-- down_revision: b1\n-- placeholders: true\n\n-- migrate: upgrade\n"
                        + "CREATE TABLE ${owner}_things ();\n\n-- migrate: downgrade\nDROP TABLE ${owner}_things;\n");
        shell = new Shell(folder).with("RETORT_LOCATIONS", "filesystem:" + folder);
    }

    @Test
    void printAScriptAndNothingElse() {
        Shell.Result result = shell.run("upgrade", "b1", "--sql");

        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("\\set ON_ERROR_STOP on\n")
                .containsSubsequence(
                        "-- Upgrade from base to b1.",
                        "pg_try_advisory_lock",
                        "-- Running upgrade  -> a1, make a1\nBEGIN;\nSET LOCAL lock_timeout = 3000;\n",
                        "CREATE TABLE t_a1 (id int);\n",
                        "COMMIT;\n\n-- Running upgrade a1 -> b1, make b1\nBEGIN;\n",
                        "pg_advisory_unlock")
                .endsWith("END $retort$;\n");
        assertThat(shell.run("downgrade", "b1:-1", "--sql").out()).contains("DROP TABLE t_b1;", "'hold'");
        assertThat(shell.run("stamp", "a1:b1", "--sql").out()).contains("-- Stamp from a1 to b1.");
        assertThat(shell.run("ensure_version", "--sql").out()).contains("CREATE TABLE");
    }

    @Test
    void takeValuesForPlaceholdersBeforeAndBehindTheCommand() {
        assertThat(shell.run("upgrade", "b1:c1", "--sql").err()).contains("The placeholder ${owner} has no value");

        assertThat(shell.run("upgrade", "b1:c1", "--sql", "-x", "owner=shop", "-x", "flag")
                        .out())
                .contains("CREATE TABLE shop_things ();");
        assertThat(shell.run("-x", "owner=shop", "upgrade", "b1:c1", "--sql").out())
                .contains("CREATE TABLE shop_things ();");
        assertThat(shell.run("-x", "owner=shop", "upgrade", "b1:c1", "--sql", "-x", "owner=other")
                        .out())
                .contains("CREATE TABLE other_things ();");
    }

    @Test
    void sayWhatIsWrong() {
        assertThat(shell.run("downgrade", "a1", "--sql").err())
                .startsWith("FAILED: ")
                .contains("<from>:<to>");
        assertThat(shell.run("stamp", "a1", "--sql", "--purge").err()).startsWith("FAILED: A script cannot purge.");
        assertThat(shell.run("upgrade", "b1", "--sql", "--plan").status()).isEqualTo(2);
        assertThat(shell.run("upgrade", "b1", "--sql", "--json").status()).isEqualTo(2);
        assertThat(shell.run("upgrade", "b1", "--plain").status()).isEqualTo(2);
        assertThat(shell.run("ensure_version", "--plain").status()).isEqualTo(2);
        assertThat(shell.run("upgrade", "a1").err()).startsWith("FAILED: No database is configured.");
    }

    @Test
    void nameTheSchemaThatIsAskedFor() {
        assertThat(shell.run("upgrade", "a1", "--sql", "--schema", "shop").out())
                .contains("INSERT INTO shop.alembic_version", "SET search_path = shop;");
        assertThat(shell.run("upgrade", "a1", "--sql").out())
                .contains("INSERT INTO public.alembic_version", "RESET search_path;");
    }

    @Test
    void printsPlainSqlWithoutCommandsOfPsql() {
        Shell.Result result = shell.run("upgrade", "b1", "--sql", "--plain");
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .startsWith("-- Upgrade from base to b1, in plain SQL.")
                .contains("-- Run it with any client", "EXECUTE $retort$CREATE TABLE t_b1")
                .doesNotContain("\n\\", "BEGIN;", "COMMIT;");
        assertThat(shell.run("downgrade", "b1:-1", "--sql", "--plain").out()).contains("DROP TABLE t_b1", "'hold'");
        assertThat(shell.run("stamp", "a1:b1", "--sql", "--plain").out())
                .contains("-- Stamp from a1 to b1, in plain SQL.");
        assertThat(shell.run("ensure_version", "--sql", "--plain").out()).doesNotContain("\\set");
    }
}
