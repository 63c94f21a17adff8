/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Project;
import dev.retort.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The settings of the stand-alone commands, and the errors of invalid ones. */
class SettingsTests extends DatabaseTestCase {

    @BeforeEach
    void upgrade() {
        new Project(folder, database.dataSource()).chain("a1").start();
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
    void refusesAKeyThatIsThereTwice() {
        assertThat(shell().file("retort.properties", "retort.url=x\nurl=y\n")
                        .run("heads")
                        .err())
                .contains("sets url twice");
    }

    @Test
    void refusesAValueThatItDoesNotKnow() {
        Shell.Result result = withFiles().with("RETORT_TRANSACTION", "each").run("heads");

        assertThat(result.err()).contains("each", "per-revision, all");
    }

    @Test
    void reportsThatNoDatabaseIsNamed() {
        Shell.Result result = shell().run("current");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).startsWith("FAILED: No database is configured.");
    }

    @Test
    void takesNoPasswordFromTheCommandLine() {
        assertThat(withFiles().run("current", "--password", "x").status()).isEqualTo(2);
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        Shell shell = withFiles();
        for (String variable : List.of(
                "POSTGRES_HOST",
                "POSTGRES_PORT",
                "POSTGRES_DB",
                "POSTGRES_USER",
                "POSTGRES_PASSWORD",
                "RETORT_URL",
                "RETORT_ROLE")) {
            shell.with(variable, "");
        }

        assertThat(shell.run("current")).isEqualTo(new Shell.Result(0, "a1 (head)\n", ""));
    }

    @Test
    void neitherHostNorDatabaseIsGuessed() {
        Shell.Result noDatabase = shell().with("POSTGRES_HOST", "localhost")
                .with("POSTGRES_DB", "")
                .run("current");
        Shell.Result noHost =
                shell().file(".env", "POSTGRES_DB=shop\nPOSTGRES_HOST=\n").run("current");

        assertThat(noDatabase.err())
                .startsWith("FAILED: No database is configured. There is the variable POSTGRES_HOST, but no"
                        + " POSTGRES_DB;");
        assertThat(noHost.err())
                .startsWith("FAILED: No database is configured. There is POSTGRES_DB in .env, line 1, but no"
                        + " POSTGRES_HOST;");
    }

    @Test
    void aPortThatKubernetesSetsIsExplained() {
        Shell.Result result = withFiles()
                .with("POSTGRES_PORT", "tcp://10.1.2.3:5432")
                .with("POSTGRES_SERVICE_HOST", "10.1.2.3")
                .run("current");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .startsWith(
                        "FAILED: The value tcp://10.1.2.3:5432 of the variable POSTGRES_PORT is not a port. Kubernetes")
                .contains("enableServiceLinks: false");
        assertThat(withFiles()
                        .with("POSTGRES_PORT", "tcp://10.1.2.3:5432")
                        .run("current", "--url", database.url())
                        .status())
                .isZero();
    }

    @Test
    void aDatabaseOfAnyNameIsNoParameter() {
        for (String name : List.of("we?ird/&#%db", "x?socketFactory=no.such.Factory")) {
            Shell.Result result = withFiles().with("POSTGRES_DB", name).run("current");

            assertThat(result.err()).contains("database \"" + name + "\" does not exist", ", database " + name + ",");
        }
    }

    @Test
    void aHostIsNoUrl() {
        assertThat(withFiles()
                        .with("POSTGRES_HOST", "h/x?user=y")
                        .run("current")
                        .err())
                .startsWith("FAILED: The value of the variable POSTGRES_HOST cannot be used.");
    }

    @Test
    void aFailedConnectionNamesTheSettingsThatWereUsed() {
        String unreachable = "jdbc:postgresql://localhost:1/db";
        Shell dotEnv = shell().file(".env", "\nexport RETORT_URL='" + unreachable + "'\nPOSTGRES_USER=shop\n")
                .with("RETORT_PASSWORD", "s3cret");

        assertThat(dotEnv.run("current").err())
                .endsWith("The address comes from RETORT_URL in .env, line 2, the user from POSTGRES_USER in .env, line"
                        + " 3, and the password from the variable RETORT_PASSWORD.\n");
        assertThat(dotEnv.run("current", "--url", unreachable).err()).contains("The address comes from --url,");
        assertThat(withFiles().with("POSTGRES_PORT", "1").run("current").err())
                .contains("from POSTGRES_HOST in .env, line 1 and the variable POSTGRES_PORT and POSTGRES_DB in .env,"
                        + " line 3,");
    }

    @Test
    void theUserOfAUrlHoldsOverThatOfAWeakerSource() {
        Shell shell = withFiles().with("POSTGRES_USER", "weaker").with("POSTGRES_PASSWORD", "weaker");
        String url = database.url().replace("//", "//" + database.user() + ":s3cret@");

        Shell.Result result = shell.run("current", "-v", "--url", url);

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .startsWith("Current revision(s) for " + database.url() + ":")
                .doesNotContain("s3cret");
        assertThat(shell.run("current", "--url", url, "--username", "no_such_user")
                        .err())
                .contains("user no_such_user:");
    }

    @Test
    void namesTheSettingOfAUrlThatCannotBeUsed() {
        for (String url : List.of("jdbc:postgresql://user:sec/ret@host/db", "https://user:sec/ret@host")) {
            assertThat(shell().with("RETORT_URL", url).run("current", "-v").err())
                    .startsWith("FAILED: The URL of the variable RETORT_URL cannot be used.")
                    .doesNotContain("sec/ret");
            assertThat(shell().with("RETORT_SCRATCH_URL", url)
                            .run("check", "--replay", "-v")
                            .err())
                    .startsWith("FAILED: The URL of the variable RETORT_SCRATCH_URL cannot be used.")
                    .doesNotContain("sec/ret");
        }
    }

    @Test
    void refusesAnUnknownVariableWithItsPrefix() {
        assertThat(withFiles().with("RETORT_LOCK_TIMEOUTS", "1s").run("heads").err())
                .isEqualTo("FAILED: There is no setting for the variable RETORT_LOCK_TIMEOUTS."
                        + " Did you mean RETORT_LOCK_TIMEOUT? Correct or remove it.\n");
        assertThat(shell().file(".env", "X=1\nRETORT_COLOR_OF_OUTPUT=1\n")
                        .run("heads")
                        .err())
                .startsWith("FAILED: There is no setting for RETORT_COLOR_OF_OUTPUT in .env, line 2. `retort --help`"
                        + " lists");
    }

    @Test
    void leavesVariablesOfOthersAlone() {
        Shell shell = withFiles();
        for (String variable : List.of(
                "RETORT_JAR",
                "RETORT_TEST_URL",
                "RETORT_ENABLED",
                "RETORT_ONSTARTUP",
                "RETORT_DATABASES_BILLING_URL",
                "RETORT_SERVICE_HOST",
                "RETORT_PORT",
                "RETORT_API_PORT_8080_TCP_ADDR",
                "RETORTED")) {
            shell.with(variable, "tcp://10.1.2.3:8080");
        }
        assertThat(shell.run("current").status()).isZero();
    }

    @Test
    void anEmptyOptionIsRefused() {
        assertThat(withFiles().run("current", "--url", "").err())
                .isEqualTo("FAILED: The option --url is empty. Omit it, or give it a value.\n");
    }

    @Test
    void aRunKeepsItsTablesUnderTheirNamesWhereverThoseAreSet() {
        Shell shell = withFiles()
                .file(
                        "retort.properties",
                        "history-table=h\nscript-text-limit=0\nlocations=filesystem:" + folder + "\n")
                .with("RETORT_PROGRESSTABLE", "p");
        try (TestDatabase other = TestDatabase.create()) {
            assertThat(shell.run("upgrade", "head", "--url", other.url(), "--script-table", "s")
                            .status())
                    .isZero();

            assertThat(other.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))
                    .contains("h", "p", "s")
                    .noneMatch(table -> table.startsWith("retort_"));
            assertThat(other.query("SELECT count(*) FROM s")).containsExactly("0");
        }
    }
}
