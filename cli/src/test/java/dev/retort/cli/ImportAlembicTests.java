/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports of Alembic projects: with the real Alembic where the Python of VIRTUAL_ENV or of PATH has it, and with what it
 * printed otherwise.
 */
class ImportAlembicTests {

    private static final String SCRIPTS = "src/main/resources/db/migrations/";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        file("pom.xml", "");
        file("alembic.ini", """
                [alembic]
                script_location = migrations
                sqlalchemy.url = postgresql+psycopg2://shop:secret@localhost/shop
                """);
        file("migrations/env.py", """
                from alembic import context
                context.configure(url=context.config.get_main_option("sqlalchemy.url"), version_table="shop_version")
                with context.begin_transaction():
                    context.run_migrations()
                """);
    }

    private void file(String name, String text) {
        new Shell(folder).file(name, text);
    }

    private String script(String name) throws IOException {
        return Files.readString(folder.resolve(SCRIPTS + name));
    }

    private void revision(String id, String header, String upgrade, String downgrade) throws IOException {
        file(
                "migrations/versions/" + id + ".py",
                "\"\"\"Make " + id + "\n\nRevision ID: " + id
                        + "\n\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n"
                        + "revision = '" + id + "'\n" + header + "\ndef upgrade():\n    " + upgrade
                        + "\ndef downgrade():\n    " + downgrade + "\n");
    }

    private static boolean hasAlembic() throws IOException, InterruptedException {
        String environment = System.getenv("VIRTUAL_ENV");
        String python = environment == null ? "python3" : environment + "/bin/python";
        try {
            Process process = new ProcessBuilder(python, "-c", "import alembic")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void needsAlembic() throws IOException, InterruptedException {
        assumeTrue(hasAlembic(), "neither the Python of VIRTUAL_ENV nor python3 has Alembic");
    }

    /** A branch, a merge, a label, a dependency, an autocommit block, percent signs, values of rows. */
    private void project() throws IOException {
        revision(
                "a1",
                "down_revision = None\nbranch_labels = ('shop',)",
                "op.create_table('customer', sa.Column('id', sa.BigInteger, primary_key=True))\n"
                        + "    op.execute(\"COMMENT ON TABLE customer IS '100% of them'\")\n"
                        + "    op.bulk_insert(sa.table('customer', sa.column('id', sa.BigInteger)), [{'id': 7}])",
                "op.drop_table('customer')");
        revision(
                "b1",
                "down_revision = 'a1'",
                "with op.get_context().autocommit_block():\n"
                        + "        op.create_index('ix_id', 'customer', ['id'], postgresql_concurrently=True)",
                "op.drop_index('ix_id', table_name='customer')");
        revision("b2", "down_revision = 'a1'", "op.execute('CREATE TABLE b2 ()')", "op.execute('DROP TABLE b2')");
        revision("m1", "down_revision = ('b1', 'b2')", "pass", "pass");
        revision(
                "z1",
                "down_revision = None\ndepends_on = 'm1'",
                "op.execute('CREATE TABLE z1 ()')",
                "op.execute('DROP TABLE z1')");
    }

    @Test
    void keepsTheGraphAndRunsBothWays() throws Exception {
        needsAlembic();
        project();
        try (TestDatabase database = TestDatabase.create()) {
            Shell shell = new Shell(folder).on(database);
            Shell.Result result = shell.run("import", "alembic", "--prove");
            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .contains("Importing 5 migrations of Alembic into src/main/resources/db/migrations, 5 new files")
                    .contains("are equal.")
                    .contains("upgrade                        runs pending revisions: a database of Alembic stays");

            assertThat(shell.run("upgrade", "heads").err()).isEmpty();
            assertThat(database.query("SELECT obj_description('customer'::regclass), (SELECT id FROM customer),"
                            + " to_regclass('ix_id'), to_regclass('z1')"))
                    .containsExactly("100% of them|7|ix_id|z1");
            assertThat(shell.run("downgrade", "base").err()).isEmpty();
            assertThat(database.query("SELECT to_regclass('customer'), to_regclass('b2'), to_regclass('z1')"))
                    .containsExactly("null|null|null");
        }
        assertThat(script("a1.sql"))
                .startsWith("-- revision: a1\n-- down_revision:\n-- branch_labels: shop\n-- message: Make a1\n"
                        + "-- imported_from: alembic \"a1\"\n");
        assertThat(script("b1.sql")).contains("-- migrate: autocommit\nCREATE INDEX CONCURRENTLY");
        assertThat(script("m1.sql")).contains("-- down_revision: b1, b2\n");
        assertThat(script("z1.sql")).contains("-- down_revision:\n-- depends_on: m1\n");
        assertThat(Files.readString(folder.resolve("import-report.md"))).contains("There are several heads: ");
        assertThat(new Shell(folder).run("import", "alembic").out()).contains("0 new files");
    }

    @Test
    void aRevisionThatReadsTheDatabaseIsLeftToTheDeveloper() throws Exception {
        needsAlembic();
        revision(
                "a1",
                "down_revision = None",
                "list(op.get_bind().execute(sa.text('SELECT 1')))",
                "list(op.get_bind().execute(sa.text('SELECT 1')))");

        Shell.Result result = new Shell(folder).run("import", "alembic");

        assertThat(result.out())
                .contains("By hand: migrations/versions/a1.py: upgrade() cannot be rendered without a database: ")
                .contains("By hand: migrations/versions/a1.py: downgrade() cannot be rendered without a database: ");
        assertThat(script("a1.sql"))
                .contains("RAISE EXCEPTION")
                .contains("-- migrate: irreversible its downgrade in Alembic needs a database");
        assertThat(new Shell(folder).run("import", "alembic", "--prove").err())
                .contains("migrations/versions/a1.py is not SQL, and only the other tool can run it.");
    }

    @Test
    void importsOneOfSeveralDatabases() throws Exception {
        needsAlembic();
        revision("a1", "down_revision = None", "pass", "pass");
        Files.writeString(folder.resolve("migrations/versions/a1.py"), """
                from alembic import op
                revision = 'a1'
                down_revision = None
                def upgrade(engine_name):
                    op.execute('CREATE TABLE of_%s ()' % engine_name)
                def downgrade(engine_name):
                    op.execute('DROP TABLE of_%s' % engine_name)
                """);
        Files.writeString(folder.resolve("migrations/env.py"), """
                from alembic import context
                for name in ('orders', 'warehouse'):
                    context.configure(dialect_name='postgresql')
                    with context.begin_transaction():
                        context.run_migrations(engine_name=name)
                """);
        Shell shell = new Shell(folder);

        assertThat(shell.run("import", "alembic").err())
                .contains("env.py migrates several databases, orders, warehouse: import one at a time, with --set"
                        + " database=orders");

        assertThat(shell.run("import", "alembic", "--set", "database=warehouse").err())
                .isEmpty();
        assertThat(script("a1.sql"))
                .contains("CREATE TABLE of_warehouse ();")
                .contains("DROP TABLE of_warehouse;")
                .doesNotContain("orders");
    }

    @Test
    void refusesAnotherDialectAndShowsWhatEnvPySays() throws Exception {
        needsAlembic();
        revision("a1", "down_revision = None", "pass", "pass");
        assertThat(new Shell(folder)
                        .run("import", "alembic", "--set", "sqlalchemy.url=sqlite://")
                        .err())
                .contains("env.py renders SQL for sqlite, and Retort runs on PostgreSQL.");
        file("migrations/env.py", "raise KeyError('DATABASE_URL of postgresql://me:secret@host/db')\n");
        Shell.Result failed = new Shell(folder).run("import", "alembic");
        assertThat(failed.err())
                .contains("The revisions of Alembic were not imported; nothing was written.")
                .contains("KeyError: 'DATABASE_URL of postgresql://***@host/db'")
                .contains("`alembic upgrade head --sql` has to work");
        assertThat(folder.resolve("src")).doesNotExist();
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        assertThat(new Shell(folder)
                        .run("import", "alembic", "--python", "/no/such/python")
                        .err())
                .contains("No Alembic was found with /no/such/python.")
                .contains("--python <path>");
        Files.delete(folder.resolve("alembic.ini"));
        assertThat(new Shell(folder).run("import", "alembic").err())
                .contains("There is no alembic.ini or pyproject.toml in ")
                .contains("Name the folder that has it: --from <folder>.");
    }

    /** The output of Alembic 1.20, so that the revisions are written in a build without Python too. */
    @Test
    void writesWhatAlembicPrinted() throws IOException {
        List<String> fields = List.of(
                "a1",
                "",
                "shop",
                "",
                "Make a1",
                folder + "/migrations/versions/a1.py",
                "postgresql",
                "shop_version",
                "",
                "CREATE TABLE a (\n    id BIGSERIAL NOT NULL\n);\n\n",
                "",
                "DROP TABLE a;\n\n",
                "",
                "b1",
                "a1",
                "",
                "",
                "Make b1",
                folder + "/migrations/versions/b1.py",
                "postgresql",
                "shop_version",
                "",
                "COMMIT;\n\nCREATE INDEX CONCURRENTLY ix ON a (id);\n\nBEGIN;\n\nCOMMENT ON TABLE a IS 'a';\n\n",
                "",
                "",
                "");
        file("printed", String.join("\0", fields) + "\0");
        file("python", "#!/bin/sh\ncp '" + folder + "/printed' \"$2\"\n");
        assertThat(folder.resolve("python").toFile().setExecutable(true)).isTrue();

        Shell.Result result = new Shell(folder).run("import", "alembic", "--python", folder + "/python");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("Importing 2 migrations of Alembic");
        assertThat(script("a1.sql")).contains("-- migrate: upgrade\nCREATE TABLE a (\n    id BIGSERIAL NOT NULL\n);\n");
        assertThat(script("b1.sql")).isEqualTo("""
                -- revision: b1
                -- down_revision: a1
                -- message: Make b1
                -- imported_from: alembic "b1"

                -- migrate: upgrade
                -- migrate: autocommit
                CREATE INDEX CONCURRENTLY ix ON a (id);

                /* BEGIN; */

                -- migrate: transaction
                COMMENT ON TABLE a IS 'a';

                /* COMMIT; */

                -- migrate: downgrade
                -- migrate: nothing
                """);
    }
}
