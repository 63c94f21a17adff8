/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the stand-alone commands find what they work on, and what they say when it cannot be used. */
class SettingsTests {

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void upgrade() {
        new Project(folder, database.dataSource()).chain("a1").start();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Shell shell() {
        return new Shell(folder);
    }

    private Shell withFiles() {
        return shell().file(
                        "retort.properties",
                        "retort.locations=filesystem:" + folder + "\nurl=jdbc:postgresql://nowhere/x\n")
                .file(".env", dotEnv());
    }

    private String dotEnv() {
        return "POSTGRES_HOST=localhost\nPOSTGRES_PORT=" + database.port() + "\nPOSTGRES_DB=" + database.name()
                + "\nPOSTGRES_USER=" + database.user() + "\n";
    }

    @Test
    void dotEnvIsStrongerThanTheFileOfProperties() {
        assertThat(withFiles().run("current")).isEqualTo(new Shell.Result(0, "a1 (head)\n", ""));
    }

    @Test
    void theEnvironmentIsStrongerThanDotEnvAndAnOptionThanBoth() {
        Shell shell = withFiles().with("RETORT_URL", "jdbc:postgresql://localhost:1/other");

        assertThat(shell.run("current").status()).isEqualTo(1);
        assertThat(shell.run("current", "--url", database.url()).status()).isZero();
        assertThat(shell.run("--url", database.url(), "current").status()).isZero();
    }

    @Test
    void oneVariableOfTheEnvironmentIsStrongerThanItsLineOfDotEnvAndTheOthersStillCount() {
        Shell.Result result = withFiles().with("POSTGRES_PORT", "1").run("current");

        assertThat(result.err()).contains("host localhost, port 1, database " + database.name());
    }

    @Test
    void aFailedConnectionIsOneLineWithoutThePassword() {
        Shell.Result result = withFiles()
                .with("POSTGRES_HOST", "localhost")
                .with("POSTGRES_PORT", "1")
                .with("POSTGRES_DB", "shop")
                .with("POSTGRES_USER", "keeper")
                .with("POSTGRES_PASSWORD", "s3cret")
                .run("current");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err())
                .startsWith("FAILED: Cannot connect to host localhost, port 1, database shop, user keeper:")
                .contains("refused")
                .doesNotContain("s3cret");
    }

    @Test
    void neverPrintsThePasswordOfAUrl() {
        String url = database.url() + (database.url().contains("?") ? "&" : "?") + "password=s3cret";

        Shell.Result result = withFiles().run("current", "-v", "--url", url, "--username", database.user());

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .startsWith("Current revision(s) for jdbc:postgresql:")
                .doesNotContain("s3cret");
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        Shell.Result result =
                shell().file("retort.properties", "retort.urll=x\n").run("heads");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("retort.urll", "version-table-schema");
    }

    @Test
    void refusesAValueThatItDoesNotKnow() {
        Shell.Result result = withFiles().with("RETORT_TRANSACTION", "each").run("heads");

        assertThat(result.err()).contains("each", "per-revision, all");
    }

    @Test
    void saysThatNoDatabaseIsNamed() {
        Shell.Result result = shell().run("current");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).startsWith("FAILED: No database is named.");
    }

    @Test
    void takesNoPasswordFromTheCommandLine() {
        assertThat(withFiles().run("current", "--password", "x").status()).isEqualTo(2);
    }
}
