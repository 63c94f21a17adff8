/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts from the difference between a model and a real database. */
class AutogenerateTests {

    private static final String CUSTOMER =
            "CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);\n";

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @BeforeEach
    void makeAProject() throws IOException {
        project = project.toRealPath();
        folder = Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
        shell = new Shell(project)
                .on(database)
                .with("RETORT_FILE_TEMPLATE", "{rev}_{slug}")
                .with("RETORT_MODEL", "sql:" + project.resolve("schema.sql"));
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Shell.Result generate(String id, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("revision", "--autogenerate", "-m", "change", "--rev-id", id), Stream.of(more))
                .toArray(String[]::new);
        return shell.run(arguments);
    }

    private String script(String id) throws IOException {
        return Files.readString(folder.resolve(id + "_change.sql"));
    }

    private List<String> tables() {
        return database.query("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                + " WHERE nspname = 'public' AND relkind = 'r' AND relname !~ '^(retort|alembic)_' ORDER BY 1");
    }

    @Test
    void convergesAfterOneUpgrade() throws IOException {
        shell.file("schema.sql", CUSTOMER);

        Shell.Result generated = generate("a1");
        Shell.Result upgraded = shell.run("upgrade", "head");
        Shell.Result again = generate("a2");

        assertThat(generated.out())
                .contains("Detected: create table public.customer")
                .contains("a1_change.sql");
        assertThat(upgraded.status()).isZero();
        assertThat(tables()).containsExactly("customer");
        assertThat(again.out()).contains("No new upgrade operations detected. No script was written.");
        assertThat(folder.resolve("a2_change.sql")).doesNotExist();
        assertThat(shell.run("downgrade", "base").status()).isZero();
        assertThat(tables()).isEmpty();
    }

    @Test
    void writesAScriptThatReadsAsIfAPersonHadWrittenIt() throws IOException {
        shell.file("schema.sql", CUSTOMER);

        generate("a1");

        assertThat(script("a1"))
                .contains("-- migrate: upgrade\nCREATE TABLE customer (\n")
                .contains("id bigint GENERATED ALWAYS AS IDENTITY")
                .contains("-- migrate: downgrade\n-- Data loss: deletes the rows of customer.\n")
                .contains("DROP TABLE customer;");
    }

    @Test
    void refusesToCompareWhatIsNotAtHead() {
        shell.file("schema.sql", CUSTOMER);
        generate("a1");

        Shell.Result result = generate("a2");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("FAILED: Target database is not up to date.")
                .contains("It is at base, and the head is a1")
                .contains("Run `upgrade head` first.");
    }

    @Tag("slow")
    @Test
    void listsASchemaThatTheModelDoesNotNameAndDropsItWithAnOption() throws IOException {
        database.execute(
                "CREATE SCHEMA attic",
                "CREATE TABLE attic.box (id int)",
                "CREATE SCHEMA tools",
                "CREATE TABLE tools.flyway_schema_history (id int)",
                "CREATE SCHEMA empty_one");
        shell.run("ensure_version");
        shell.file("schema.sql", CUSTOMER + "; CREATE SCHEMA empty_one");

        generate("a1");
        String kept = script("a1");
        shell.run("upgrade", "head");
        generate("a2", "--drop-unknown");
        String dropped = script("a2");

        assertThat(kept).contains("Not in the model, left unchanged: schema attic.");
        assertThat(dropped)
                .contains("DROP TABLE attic.box;\n\nDROP SCHEMA attic;")
                .doesNotContain("tools")
                .doesNotContain("empty_one");
        assertThat(shell.run("upgrade", "head").out()).contains("a2");
        assertThat(shell.run("downgrade", "-1").status()).isZero();
        assertThat(database.query("SELECT to_regclass('attic.box')")).containsExactly("attic.box");
    }

    @Tag("slow")
    @Test
    void keepsWhatTheModelDoesNotKnow() throws IOException {
        database.execute("CREATE TABLE legacy (id int)");
        shell.run("ensure_version");
        shell.file("schema.sql", CUSTOMER);

        generate("a1");
        String kept = script("a1");
        shell.run("upgrade", "head");
        generate("a2", "--drop-unknown");

        assertThat(kept)
                .contains("-- Not in the model, left unchanged: table public.legacy.")
                .doesNotContain("DROP TABLE legacy");
        assertThat(script("a2")).contains("DROP TABLE legacy;");
    }

    @Tag("slow")
    @Test
    void renamesOnlyDeclaredRenames() throws IOException {
        shell.file("schema.sql", "CREATE TABLE client (id int PRIMARY KEY);\n");
        generate("a1");
        shell.run("upgrade", "head");
        shell.file("schema.sql", "CREATE TABLE customer (id int PRIMARY KEY);\n");

        generate("a2", "--rename", "client:customer");

        assertThat(script("a2"))
                .contains("ALTER TABLE client RENAME TO customer;")
                .doesNotContain("DROP TABLE client");
    }

    @Tag("slow")
    @Test
    void checksWithoutWritingAnything() throws IOException {
        shell.file("schema.sql", CUSTOMER);

        Shell.Result different = shell.run("check");
        generate("a1");
        shell.run("upgrade", "head");
        Shell.Result same = shell.run("check", "--json");

        assertThat(different.status()).isEqualTo(1);
        assertThat(different.out())
                .contains("Detected: create table public.customer")
                .contains("New upgrade operations detected: 1.");
        assertThat(same.status()).isZero();
        assertThat(same.out()).contains("\"upToDate\" : true");
    }

    @Test
    void excludesWhatTheSettingsExcludeUnlessAnOptionOverridesThem() {
        shell.file("schema.sql", CUSTOMER + "CREATE TABLE audit_log (id int);\n")
                .with("RETORT_AUTOGENERATE_EXCLUDE", "audit_*, billing");

        Shell.Result bySettings = shell.run("check");
        Shell.Result byOption = shell.run("check", "--exclude", "customer");

        assertThat(bySettings.out()).contains("customer").doesNotContain("audit_log");
        assertThat(byOption.out()).contains("audit_log").doesNotContain("create table public.customer");
    }

    @Tag("slow")
    @Test
    void dropsUnknownObjectsAsConfiguredUnlessAnOptionOverridesIt() {
        database.execute("CREATE TABLE legacy (id int)");
        shell.run("ensure_version");
        shell.file("schema.sql", "").file("retort.properties", "retort.autogenerate.drop-unknown=true\n");

        assertThat(shell.run("check").out()).contains("Detected: drop table public.legacy");
        assertThat(shell.run("check", "--no-drop-unknown").out())
                .contains("Not in the model, left unchanged: table public.legacy.")
                .contains("No new upgrade operations detected.");
    }

    @Test
    void writesAndReportsWhatCustomizersLeave() throws IOException {
        shell.file("schema.sql", CUSTOMER + "CREATE TABLE staging_customer (id int);\n");

        Shell.Result generated = generate("a1");
        shell.run("upgrade", "head");

        assertThat(generated.out()).contains("public.customer").doesNotContain("staging_customer");
        assertThat(script("a1")).contains("DROP TABLE customer;").doesNotContain("staging_customer");
        assertThat(shell.run("check").out()).isEqualTo("No new upgrade operations detected.\n");
    }

    @Test
    void namesTheCustomizerThatFails() {
        shell.file("schema.sql", "CREATE TABLE broken_customer (id int);\n");

        Shell.Result result = generate("a1");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains("FAILED: The customizer dev.retort.cli.StagingCustomizer could not rewrite the difference.")
                .contains("Broken in public on default")
                .contains("nothing was written");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writesAnEmptyScriptOnlyWithAnOption() {
        shell.file("schema.sql", "");

        generate("a1");
        generate("a2", "--allow-empty");

        assertThat(folder.resolve("a1_change.sql")).doesNotExist();
        assertThat(folder.resolve("a2_change.sql")).exists();
    }

    @Test
    void takesItsOptionsOnlyWithAutogenerate() {
        Shell.Result result = shell.run("revision", "-m", "change", "--drop-unknown");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("require --autogenerate");
    }

    @Test
    void reportsWhichModelsThereAre() {
        Shell.Result result = new Shell(project).on(database).run("check");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("There is no model to compare with.").contains("sql:FILE");
    }

    @Tag("slow")
    @Test
    void writesStepsThatLetOthersWriteMeanwhile() throws IOException {
        shell.file("schema.sql", CUSTOMER);
        generate("a1");
        shell.run("upgrade", "head");
        shell.file(
                "schema.sql",
                "CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT"
                        + " NULL UNIQUE);\n"
                        + "CREATE INDEX ix_customer_id ON customer (id, name);\n");

        assertThat(generate("b2", "--safe").status()).isZero();

        assertThat(script("b2"))
                .contains("-- migrate: autocommit\nCREATE UNIQUE INDEX CONCURRENTLY customer_name_key_idx")
                .contains("-- migrate: transaction\nALTER TABLE customer ADD CONSTRAINT customer_name_key UNIQUE"
                        + " USING INDEX")
                .contains("CREATE INDEX CONCURRENTLY ix_customer_id");
        assertThat(shell.run("upgrade", "head").status()).isZero();
        assertThat(shell.run("check").status()).isZero();
        assertThat(shell.run("downgrade", "-1").status()).isZero();
        assertThat(database.query("SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 'customer'::regclass"))
                .containsExactly("customer_pkey");
    }

    @Test
    void takesTheSafeStepsOnlyWithAutogenerate() {
        Shell.Result result = shell.run("revision", "-m", "change", "--safe");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("--safe");
    }
}
