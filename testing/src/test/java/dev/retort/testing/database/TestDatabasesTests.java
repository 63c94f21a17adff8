/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.error.RetortException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several runs on one server: each has its own session, as processes have. */
class TestDatabasesTests {

    private final dev.retort.test.TestDatabase home = dev.retort.test.TestDatabase.create();
    private final List<TestDatabases> runs = new ArrayList<>();
    private final AtomicInteger filled = new AtomicInteger();

    private TestDatabases run() {
        TestDatabases run =
                TestDatabases.on(new TestServer("the server of this test", home.url(), home.user(), null, false));
        runs.add(run);
        return run;
    }

    private Template template(String fact) {
        return new Template(List.of(home.name(), fact), true, List.of(), this::fill);
    }

    private void fill(DataSource database) {
        filled.incrementAndGet();
        execute(database, "CREATE TABLE customer (id int)");
    }

    private static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> databases(String prefix) {
        return home.query("SELECT datname FROM pg_database WHERE datname LIKE '" + prefix + "%'");
    }

    /** Closes the sessions of all runs, as the end of their processes does, and waits until the server has noticed. */
    private void kill() {
        String holders = " FROM pg_locks WHERE locktype = 'advisory'";
        home.query("SELECT pg_terminate_backend(pid)" + holders);
        while (!home.query("SELECT 1" + holders).isEmpty()) {
            Thread.onSpinWait();
        }
        runs.clear();
    }

    @AfterEach
    void drop() {
        runs.forEach(TestDatabases::close);
        databases("retort_t").forEach(name -> home.execute("DROP DATABASE " + name + " WITH (FORCE)"));
        home.close();
    }

    @Test
    void makeATemplateOnceAndACopyEachTime() {
        TestDatabases run = run();

        TestDatabase first = run.copyOf(template("a"));
        execute(first.dataSource(), "INSERT INTO customer VALUES (1)");
        TestDatabase second = run.copyOf(template("a"));
        execute(second.dataSource(), "CREATE UNIQUE INDEX ON customer ((true))");

        assertThat(filled).hasValue(1);
        assertThat(first.name()).isNotEqualTo(second.name());
        first.close();
        assertThat(databases("retort_test_")).containsExactly(second.name());
    }

    @Test
    void shareATemplateAmongRunsAndKeepItForTheNext() {
        run().copyOf(template("a")).close();
        run().copyOf(template("a")).close();
        runs.forEach(TestDatabases::close);
        run().copyOf(template("a")).close();

        assertThat(filled).hasValue(1);
    }

    @Test
    void makeATemplateOnceWhenRunsWantItAtOnce() throws Exception {
        TestDatabases one = run();
        TestDatabases other = run();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<TestDatabase> first = threads.submit(() -> one.copyOf(template("a")));
            Future<TestDatabase> second = threads.submit(() -> other.copyOf(template("a")));

            assertThat(first.get().name()).isNotEqualTo(second.get().name());
            assertThat(filled).hasValue(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void removeAnUnusedTemplateOfOtherFacts() {
        run().copyOf(template("a")).close();
        runs.forEach(TestDatabases::close);
        List<String> before = databases("retort_template_");

        run().copyOf(template("b")).close();

        assertThat(before).hasSize(1);
        assertThat(databases("retort_template_")).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void leaveATemplateThatAnotherRunUses() {
        TestDatabases one = run();
        one.copyOf(template("a")).close();

        run().copyOf(template("b")).close();
        one.copyOf(template("a")).close();

        assertThat(filled).hasValue(2);
    }

    @Test
    void keepATemplateWithIncompleteFactsToTheirRun() {
        Template unknown = Template.ofThisProcess(List.of(home.name()), List.of(), this::fill);
        TestDatabases one = run();
        one.copyOf(unknown).close();
        one.copyOf(unknown).close();
        run().copyOf(unknown).close();

        assertThat(filled).hasValue(2);
        runs.forEach(TestDatabases::close);
        assertThat(databases("retort_t")).isEmpty();
    }

    @Test
    void removeWhatARunThatWasKilledLeft() {
        TestDatabase left = run().copyOf(template("a"));
        kill();
        assertThat(databases("retort_test_")).containsExactly(left.name());

        run().copyOf(template("a")).close();

        assertThat(databases("retort_test_")).isEmpty();
        assertThat(filled).hasValue(1);
    }

    @Test
    void recreateAnIncompleteTemplateOfAKilledRun() {
        TestDatabases run = run();
        run.copyOf(template("a")).close();
        String name = databases("retort_template_").get(0);
        kill();
        home.execute("COMMENT ON DATABASE " + name + " IS NULL");

        run().copyOf(template("a")).close();

        assertThat(filled).hasValue(2);
    }

    @Test
    void sayEachTimeWhyATemplateCannotBeMade() {
        Template failing = new Template(List.of(home.name(), "failing"), true, List.of(), database -> {
            filled.incrementAndGet();
            throw new RetortException("It fails.", "It must.", "Nothing.");
        });
        TestDatabases run = run();

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(RetortException.class)
                    .isThrownBy(() -> run.copyOf(failing))
                    .withMessageContaining("It fails.");
        }
        assertThat(filled).hasValue(1);
    }

    @Test
    void dropWhatIsOpenWhenTheRunEnds() {
        TestDatabases run = run();
        run.copyOf(template("a"));
        run.close();

        assertThat(databases("retort_test_")).isEmpty();
    }

    @Test
    void putADatabaseBackUnderItsName() {
        TestDatabases run = run();
        TestDatabase database = run.empty(List.of());

        database.resetTo(template("a"));

        execute(database.dataSource(), "SELECT FROM customer");
    }

    @Test
    void copyALargeTemplateByItsFiles() throws Exception {
        Template large = Template.ofThisProcess(
                List.of(home.name()),
                List.of(),
                database -> execute(
                        database,
                        "CREATE TABLE large AS SELECT i, repeat('x', 1000) FROM generate_series(1, 70000) AS i"));

        TestDatabase copy = run().copyOf(large);

        try (Connection connection = copy.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM large")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(70_000);
        }
    }

    @Test
    void refuseAUserWhoMayNotCreateDatabases() {
        home.execute("DROP ROLE IF EXISTS no_creator", "CREATE ROLE no_creator LOGIN");
        TestServer server = new TestServer("the server of this test", home.url(), "no_creator", null, false);

        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> TestDatabases.on(server))
                .withMessageContaining("Its user no_creator may not create databases.");
        home.execute("DROP ROLE no_creator");
    }
}
