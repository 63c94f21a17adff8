/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.test.TestDatabase;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTests {

    private static final String BASE = """
        CREATE TABLE customer (id int PRIMARY KEY, email text);
        CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount int);
        """;

    private final TestDatabase database = TestDatabase.create();

    @TempDir
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
        assertThat(database.query("SELECT datname FROM pg_database WHERE datname LIKE 'retort_scratch%'")).isEmpty();
    }
}
