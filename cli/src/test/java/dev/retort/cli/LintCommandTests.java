/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTests {

    private static final String BASE = """
        CREATE TABLE customer (id int PRIMARY KEY, email text);
        CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int);
        """;

    private final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void makeProject() throws Exception {
        Files.createDirectories(directory.resolve("src/main/resources/db/migrations"));
        shell = new Shell(directory).on(database);
        revision("a1", "", BASE);
        assertThat(shell.run("upgrade", "head").status()).isZero();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void revision(String id, String down, String upgrade) {
        shell.file(
                "src/main/resources/db/migrations/" + id + ".sql",
                "-- revision: " + id + "\n-- down_revision: " + down + "\n-- message: make " + id
                        + "\n\n-- migrate: upgrade\n" + upgrade + "\n-- migrate: downgrade\n-- migrate: nothing\n");
    }

    private void fill() {
        database.execute(
                "INSERT INTO customer SELECT g, 'a' || g FROM generate_series(1, 100000) g",
                "INSERT INTO orders SELECT g, g, g FROM generate_series(1, 300000) g",
                "ANALYZE");
    }

    @Tag("slow")
    @Test
    void judgesPendingRevisionsWithTheSizesOfTheDatabase() {
        fill();
        revision("b2", "a1", "ALTER TABLE orders ALTER COLUMN id TYPE bigint;");

        Shell.Result result = shell.run("lint", "--max-blocking-reads", "1ms");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("b2 make b2")
                .contains("ACCESS EXCLUSIVE on public.orders; rewrites public.orders")
                .contains("error type-change-rewrite, line 6 (measured+sized)")
                .contains("300 k rows")
                .contains("1 revision: 1 error.")
                .doesNotContain("a1");
        assertThat(result.status()).isEqualTo(1);
        assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("a1");
        assertThat(database.query("SELECT datname FROM pg_database WHERE datname LIKE 'retort_scratch%'"))
                .isEmpty();
    }

    @Test
    void findsNothingWorthAnErrorOnSmallTables() {
        database.execute("ANALYZE");
        revision("b2", "a1", "ALTER TABLE orders ALTER COLUMN id TYPE bigint;");

        Shell.Result result = shell.run("lint");

        assertThat(result.out()).contains("1 revision: nothing found.").doesNotContain("type-change-rewrite");
        assertThat(result.status()).isZero();
        assertThat(shell.run("lint", "--format", "json").out())
                .contains("\"rule\" : \"type-change-rewrite\"")
                .contains("\"severity\" : \"info\"");
    }

    @Tag("slow")
    @Test
    void failsOnTheConfiguredSeverity() {
        fill();
        revision("b2", "a1", "ALTER TABLE orders DROP COLUMN amount;");

        assertThat(shell.run("lint").status()).isZero();
        assertThat(shell.run("lint", "--fail-on", "warning").status()).isEqualTo(1);
        assertThat(shell.run("lint", "--rule", "destructive-change=error").status())
                .isEqualTo(1);
        assertThat(shell.run("lint", "--rule", "destructive-change=error", "--fail-on", "never")
                        .status())
                .isZero();
        assertThat(shell.run("lint", "--rule", "destructive-change=off").out()).contains("nothing found");
    }

    @Tag("slow")
    @Test
    void packsFindingsWithoutSizes() {
        fill();
        revision("b2", "a1", "ALTER TABLE orders ALTER COLUMN amount SET NOT NULL;");

        Shell.Result result = shell.run("lint", "--format", "pack");

        assertThat(result.out())
                .contains("\"revision\" : \"b2\"")
                .contains("\"rule\" : \"set-not-null-scan\"")
                .contains("\"work\" : [ \"SCAN public.orders\" ]")
                .doesNotContain("300 k");
    }

    @Tag("slow")
    @Test
    void judgesByTheSettingsUnlessAnOptionOverridesThem() {
        fill();
        revision("b2", "a1", "ALTER TABLE orders DROP COLUMN amount;");
        shell.file("retort.properties", "lint.rules.destructive-change=error\nlint.max-blocking-reads=1ms\n");

        assertThat(shell.run("lint").status()).isEqualTo(1);
        assertThat(shell.run("lint", "--rule", "destructive-change=off").status())
                .isZero();

        shell.file("retort.properties", "lint.rules.destructive-chance=error\n");
        Shell.Result result = shell.run("lint");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("The setting retort.lint.rules.destructive-chance names no rule of lint.");
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String[] wrong : new String[][] {
            {"--fail-on", "sometimes"},
            {"--rule", "no-such-rule=error"},
            {"--rule", "set-not-null-scan=loud"},
            {"--format", "pdf"},
            {"--max-blocking-reads", "soon"},
            {"--unknown-size", "medium"},
            {"--since", "a1"},
            {"--replay", "--since", "a1", "--range", "a1:b2"},
        }) {
            String[] arguments = new String[wrong.length + 1];
            arguments[0] = "lint";
            System.arraycopy(wrong, 0, arguments, 1, wrong.length);
            assertThat(shell.run(arguments).status())
                    .as(String.join(" ", wrong))
                    .isEqualTo(2);
        }
    }

    @Test
    void endsWithTwoWhenLintItselfFails() {
        Shell.Result result = new Shell(directory)
                .with("RETORT_URL", "jdbc:postgresql://localhost:1/nowhere")
                .run("lint");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).startsWith("FAILED: ");
    }

    @Tag("slow")
    @Test
    void readsSizesFromAFileAndAsksNoDatabase() {
        fill();
        revision("b2", "a1", "ALTER TABLE orders ALTER COLUMN id TYPE bigint;");
        Path sizes = directory.resolve("sizes.json");
        assertThat(shell.run("sizes", "-o", sizes.toString()).status()).isZero();
        assertThat(shell.run("sizes").out()).contains("\"public.orders\"").contains("\"rows\" : 300000");
        Shell offline = new Shell(directory)
                .with("RETORT_URL", "jdbc:postgresql://localhost:1/nowhere")
                .with("RETORT_SCRATCH_URL", database.url())
                .with("RETORT_SCRATCH_USERNAME", database.user());

        Shell.Result result = offline.run(
                "lint", "--replay", "--since", "a1", "--sizes", sizes.toString(), "--max-blocking-reads", "1ms");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("error type-change-rewrite, line 6 (measured+sized)")
                .contains("300 k rows")
                .contains("1 revision: 1 error.");
        assertThat(offline.run("lint", "--replay").out())
                .contains("a1 make a1")
                .contains("no sizes are known")
                .contains("2 revisions: ");
    }

    @Tag("slow")
    @Test
    void judgesARangeThatIsApplied() {
        revision("b2", "a1", "ALTER TABLE orders ADD COLUMN total int NOT NULL;");
        revision("c3", "b2", "DROP TABLE customer;");
        assertThat(shell.run("upgrade", "head").status()).isZero();

        assertThat(shell.run("lint").out()).contains("No revision to judge.");
        assertThat(shell.run("lint", "-r", "a1:b2").out())
                .contains("not-null-without-default")
                .doesNotContain("destructive-change");
    }

    @Tag("slow")
    @Test
    void asksTheRowsOfTheDatabase() {
        database.execute("INSERT INTO orders VALUES (1, 1, NULL), (2, 1, 5)");
        revision("b2", "a1", "ALTER TABLE orders ALTER COLUMN amount SET NOT NULL;");

        assertThat(shell.run("lint").out()).doesNotContain("data-would-fail");
        Shell.Result asked = shell.run("lint", "--data", "--examples");
        assertThat(asked.out())
                .contains("error data-would-fail, line 6 (data)")
                .contains("Rows have no value in public.orders.amount: 1. The statement fails.")
                .contains("Keys: 1\n");
        assertThat(asked.status()).isEqualTo(1);
        assertThat(shell.run("lint", "--data", "--examples", "--format", "markdown")
                        .out())
                .contains("data-would-fail")
                .doesNotContain("Keys:");
        assertThat(shell.run("lint", "--data-url", database.url()).out()).contains("data-would-fail");
    }

    @Test
    void judgesAgainstAModel() throws Exception {
        Files.writeString(directory.resolve("schema.sql"), BASE);
        revision(
                "b2",
                "a1",
                "ALTER TABLE orders RENAME COLUMN amount TO total;\nDROP TABLE customer;\n"
                        + "ALTER TABLE orders ADD COLUMN tax int;\nALTER TABLE orders ALTER COLUMN tax SET NOT NULL;");

        Shell.Result result = shell.run("lint", "--model", "sql:" + directory.resolve("schema.sql"));

        assertThat(result.out())
                .contains(
                        "error rename-of-mapped-object, line 6 (catalog)\n    public.orders.amount is renamed to total")
                .contains("error drop-of-mapped-object, line 7")
                .contains("error unmapped-not-null-column, line 9");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void reportsValuesThatMappedColumnsNoLongerTake() throws Exception {
        database.execute("CREATE TYPE mood AS ENUM ('sad', 'happy', 'calm')");
        Files.writeString(directory.resolve("schema.sql"), """
                CREATE TYPE mood AS ENUM ('sad', 'happy');
                CREATE TABLE customer (id bigint PRIMARY KEY, email varchar(100), note text, feeling mood,
                    kind varchar(20) CHECK (kind IN ('NEW', 'OLD', 'TOP')));
                """);
        revision("b2", "a1", """
            ALTER TABLE customer ADD COLUMN note varchar(20), ADD COLUMN feeling mood, ADD COLUMN kind varchar(20)
                CONSTRAINT kind_known CHECK (kind IN ('NEW', 'OLD', 'TOP'));
            """);
        assertThat(shell.run("upgrade", "head").status()).isZero();
        revision("c3", "b2", """
            ALTER TABLE customer ALTER COLUMN email TYPE varchar(50);
            ALTER TABLE customer ALTER COLUMN note TYPE varchar(200);
            ALTER TABLE customer DROP CONSTRAINT kind_known;
            ALTER TABLE customer ADD CONSTRAINT kind_known CHECK (kind IN ('NEW', 'OLD'));
            ALTER TYPE mood RENAME TO mood_old;
            CREATE TYPE mood AS ENUM ('happy');
            ALTER TABLE customer ALTER COLUMN feeling TYPE mood USING feeling::text::mood;
            DROP TYPE mood_old;
            """);

        Shell.Result result = shell.run("lint", "--model", "sql:" + directory.resolve("schema.sql"));

        assertThat(result.out())
                .contains("error narrowed-mapped-column, line 6 (catalog)\n    public.customer.email becomes character"
                        + " varying(50), and the entities of this build map it as character varying(100)")
                .doesNotContain("narrowed-mapped-column, line 7")
                .contains(
                        "error narrowed-mapped-column, line 9 (catalog)\n    The check constraint kind_known refuses TOP")
                .contains("error drop-of-mapped-object, line 12 (catalog)\n    public.mood.sad is dropped")
                .doesNotContain("public.mood.calm is dropped");
    }

    @Test
    void saysThatADatabaseOfAnotherToolIsNotAdopted() {
        database.execute("DROP TABLE alembic_version, retort_history");
        database.execute("CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50),"
                + " installed_on timestamp, success boolean)");

        Shell.Result result = shell.run("lint");

        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("FAILED: The database is not adopted: Flyway records its migrations in"
                        + " public.flyway_schema_history, and no revision is recorded.")
                .contains("Run adopt and then lint again (docs/from-flyway.md)")
                .contains("lint --replay --since");
        assertThat(result.status()).isEqualTo(2);

        database.execute(
                "DROP TABLE flyway_schema_history",
                "CREATE TABLE databasechangelog (id text, orderexecuted int, exectype text, md5sum text)");
        assertThat(shell.run("lint").err())
                .contains("The database is not adopted: Liquibase records its migrations in public.databasechangelog")
                .contains("docs/from-liquibase.md");
        assertThat(shell.run("lint", "-r", "base:a1").out()).contains("a1 make a1");

        database.execute("DROP TABLE databasechangelog");
        assertThat(shell.run("lint").err()).contains("Schema public is not empty and has no version table");
    }

    @Test
    void reportsThatAnInvalidIndexIsInTheWay() {
        database.execute("INSERT INTO orders VALUES (1, 1, 1), (2, 1, 1)");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY ix_amount ON orders (amount)")))
                .isNotNull();
        String build = "-- migrate: autocommit\nCREATE INDEX CONCURRENTLY IF NOT EXISTS %s ON orders (amount);";
        revision("b2", "a1", build.formatted("ix_amount"));
        revision("c3", "b2", build.formatted("ix_amount_2"));

        assertThat(shell.run("lint").out())
                .contains("error concurrently-over-invalid-index, line 7 (catalog)")
                .contains("DROP INDEX CONCURRENTLY IF EXISTS ix_amount;")
                .containsOnlyOnce("concurrently-over-invalid-index");
    }

    @Tag("slow")
    @Test
    void continuesAfterARevisionThatCannotRun() {
        revision("b2", "a1", "CREATE TABLE invoice (id int PRIMARY KEY);\nALTER TABLE orders OWNER TO missing_role;");
        revision("c3", "b2", "ALTER TABLE invoice ADD COLUMN total int;");

        Shell.Result result = shell.run("lint");

        assertThat(result.out())
                .contains("warning not-measured, line 7 (not-measured)")
                .contains("role \"missing_role\" does not exist")
                .contains("because b2, on which it depends, did not run to its end there");
        assertThat(result.status()).isZero();
        assertThat(shell.run("lint", "--require-measured").status()).isEqualTo(1);
    }

    @Test
    void writesSeveralFormatsAtOnce() throws Exception {
        fill();
        revision(
                "b2",
                "a1",
                "-- lint: allow destructive-change until 2999-01-01, it is not read\n"
                        + "ALTER TABLE orders DROP COLUMN amount;\nALTER TABLE customer ALTER COLUMN email SET NOT NULL;");
        Path out = directory.resolve("out");

        Shell.Result result = shell.run(
                "lint",
                "--max-blocking-reads",
                "1ms",
                "--format",
                "text",
                "--format",
                "sarif",
                "-o",
                out.resolve("lint.sarif").toString(),
                "--format",
                "github",
                "-o",
                out.resolve("github.txt").toString(),
                "--format",
                "gitlab",
                "-o",
                out.resolve("gitlab.json").toString(),
                "--format",
                "junit",
                "-o",
                out.resolve("junit.xml").toString(),
                "--format",
                "markdown",
                "-o",
                out.resolve("comment.md").toString());

        assertThat(result.out()).contains("allowed: destructive-change, line 7").contains("error set-not-null-scan");
        assertThat(Files.readString(out.resolve("lint.sarif")))
                .contains("\"version\" : \"2.1.0\"")
                .contains("\"ruleId\" : \"set-not-null-scan\"")
                .contains("\"uri\" : \"")
                .contains("\"kind\" : \"inSource\"");
        assertThat(Files.readString(out.resolve("github.txt")))
                .startsWith("::error file=")
                .contains(",line=8,title=set-not-null-scan::SET NOT NULL reads")
                .contains("%0A");
        assertThat(Files.readString(out.resolve("gitlab.json")))
                .contains("\"check_name\" : \"set-not-null-scan\"")
                .contains("\"severity\" : \"critical\"");
        assertThat(Files.readString(out.resolve("junit.xml")))
                .contains("<testcase classname=\"retort.lint\" name=\"b2 make b2\"")
                .contains("<failure type=\"set-not-null-scan\"");
        assertThat(Files.readString(out.resolve("comment.md")))
                .startsWith("### Retort lint\n")
                .contains("| line | statement | lock | work | held |")
                .contains("**error** `set-not-null-scan`, line 8: ");
    }

    @Tag("slow")
    @Test
    void saysThatQueriesQueueBehindAnOldTransaction() throws Exception {
        revision("b2", "a1", "ALTER TABLE orders ADD COLUMN total int;");
        assertThat(shell.run("lint").out()).doesNotContain("lock-queue");
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1");
            String age = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND clock_timestamp() - xact_start > interval '1 second' AND pid <> pg_backend_pid()";
            while (!database.query(age).contains("1")) {
                Thread.onSpinWait();
            }

            assertThat(shell.run("lint", "--max-blocking-reads", "10ms").out())
                    .contains("warning lock-queue, line 6")
                    .contains("the statement waits for it up to 500 ms");
            assertThat(shell.run("lint").out()).doesNotContain("lock-queue");
        }
    }

    @Test
    void saysThatAnIntegerKeyRunsOut() {
        database.execute(
                "CREATE TABLE invoice (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY)",
                "CREATE TABLE receipt (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY)",
                "SELECT setval('invoice_id_seq', 1900000000), setval('receipt_id_seq', 1900000000)");
        revision("b2", "a1", "ALTER TABLE receipt ADD COLUMN total int;\nALTER TABLE orders ADD COLUMN total int;");
        revision("c3", "b2", "ALTER TABLE invoice ADD COLUMN total int;");

        assertThat(shell.run("lint").out())
                .contains("warning integer-key-running-out, line 6 (data)")
                .contains("The sequence of public.invoice.id has used 88 % of the range")
                .containsOnlyOnce("integer-key-running-out");
    }
}
