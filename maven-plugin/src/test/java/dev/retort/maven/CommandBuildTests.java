/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The commands as goals of a project with several modules, of which one is the application. */
@EnabledIfSystemProperty(named = "it.maven", matches = ".*", disabledReason = "needs the packaged plugin")
class CommandBuildTests {

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Shop shop;

    @BeforeEach
    void copy() {
        shop = Shop.in(folder, database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theGoalRunsTheCommandInTheModuleThatIsTheApplication() {
        Shop.Result result = shop.maven("retort:upgrade", "-Dretort.args=head --reason 'for the release'");

        assertThat(result.status()).as(result.out()).isZero();
        assertThat(result.out())
                .contains("Skipped. Module shop does not depend on dev.retort:retort-spring-boot-starter")
                .contains("Skipped. Module shop-model does not depend on")
                .contains("Running upgrade aaa1 -> bbb2, add email");
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("bbb2");
        assertThat(database.query("SELECT DISTINCT reason FROM retort_history")).containsExactly("for the release");
    }

    @Tag("nightly")
    @Test
    void profilesAndJvmArgumentsReachTheApplicationAndMavenPrintsNothing() {
        try (TestDatabase elsewhere = TestDatabase.create()) {
            elsewhere.execute("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL)");
            elsewhere.execute("INSERT INTO alembic_version VALUES ('aaa1')");

            Shop.Result result = shop.maven(
                    "-q",
                    "retort:current",
                    "-Dretort.profiles=elsewhere,unused",
                    "-Dretort.jvmArguments=-Delsewhere=" + elsewhere.name());

            assertThat(result.status()).as(result.toString()).isZero();
            assertThat(result.out()).isEqualTo("aaa1\n");
        }
    }

    @Tag("slow")
    @Test
    void theExitStatusOfTheCommandFailsTheBuild() {
        Shop.Result failed = shop.maven("retort:upgrade", "-Dretort.args=nosuch");

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err()).contains("FAILED: No revision or branch 'nosuch' exists.");
        assertThat(failed.out())
                .contains("`migrations upgrade nosuch` ended with exit status 1 (failure or no)")
                .contains("on project shop-app");
    }

    @Tag("nightly")
    @Test
    void checkFailsTheBuildWhileModelAndRevisionsDiffer() {
        shop.maven("retort:upgrade", "-Dretort.args=head");
        shop.withModel("CREATE TABLE customer (id bigint PRIMARY KEY, email text, phone text);");

        Shop.Result different = shop.maven("retort:check", "-Dretort.args=--model sql:schema.sql");
        shop.withModel("CREATE TABLE customer (id bigint PRIMARY KEY, email text);");
        Shop.Result same = shop.maven("retort:check", "-Dretort.args=--model sql:schema.sql");

        assertThat(different.status()).isEqualTo(1);
        assertThat(different.out())
                .contains("Detected: add column public.customer.phone")
                .contains("`migrations check --model sql:schema.sql` ended with exit status 1 (failure or no)")
                .contains("BUILD FAILURE");
        assertThat(same.status()).as(same.toString()).isZero();
        assertThat(same.out()).contains("No new upgrade operations detected.").contains("BUILD SUCCESS");
    }

    @Tag("slow")
    @Test
    void checkNeedsNoDatabaseWhereTheTestsHaveAServerToStart() {
        shop.withModel("CREATE TABLE customer (id bigint PRIMARY KEY, email text, phone text);");

        Shop.Result result = shop.maven(
                "retort:check",
                "-Dretort.replay",
                "-Dretort.testDependencies",
                "-Dretort.model=sql:schema.sql",
                "-Dretort.jvmArguments=-DPOSTGRES_PORT=1");

        assertThat(result.status()).as(result.toString()).isEqualTo(1);
        assertThat(result.out())
                .contains("Detected: add column public.customer.phone")
                .contains("ended with exit status 1 (failure or no)");
        assertThat(database.query("SELECT to_regclass('alembic_version') IS NULL"))
                .containsExactly("t");
    }

    @Tag("slow")
    @Test
    void squashReplacesTheScriptsOfTheModuleThatHasThem() throws IOException {
        Shop.Result result = shop.maven(
                "-q",
                "retort:squash",
                "-Dretort.args=aaa1:bbb2 -m 'create customer'",
                "-Dretort.testDependencies",
                "-Dretort.jvmArguments=-Dretort.source-directory=model/src/main/resources/db/migrations");

        assertThat(result.status()).as(result.toString()).isZero();
        assertThat(shop.scripts())
                .singleElement()
                .satisfies(script -> assertThat(script)
                        .content()
                        .contains("-- revision: bbb2", "-- replaces: aaa1", "CREATE TABLE", "email text"));
        // What `mvn clean` does, whose plugin the tests' repository does not have.
        shop.delete(Path.of("model/target/classes/db/migrations/1_create_customer.sql"));
        shop.delete(Path.of("model/target/classes/db/migrations/2_add_email.sql"));
        Shop.Result upgraded = shop.maven("-q", "retort:upgrade", "-Dretort.args=head");
        assertThat(upgraded.status()).as(upgraded.toString()).isZero();
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("bbb2");
    }

    @Test
    void theOnlyModuleMustBeAnApplication() {
        Shop.Result result = shop.maven("-pl", "model", "retort:current");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains("The command cannot run in this module. Module shop-model does not depend on"
                        + " dev.retort:retort-spring-boot-starter, which contains the commands.");
    }

    @Tag("nightly")
    @Test
    void commandsThatFixTwoHeadsAreNotStoppedByThem() {
        shop.with("3_other.sql", """
                -- revision: ccc3
                -- down_revision: aaa1

                -- migrate: upgrade
                """);

        Shop.Result result = shop.maven("-q", "retort:heads");

        assertThat(result.status()).as(result.toString()).isZero();
        assertThat(result.out()).isEqualTo("bbb2 (head)\nccc3 (head)\n");
    }

    @Tag("nightly")
    @Test
    void doesNothingWithSkip() {
        Shop.Result result = shop.maven("retort:upgrade", "-Dretort.skip");

        assertThat(result.status()).as(result.out()).isZero();
        assertThat(result.out()).contains("Skipped: retort.skip is set.");
    }
}
