/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.testing.database.TestDatabase;
import dev.retort.testing.database.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parameters of tests that are databases. */
class MigratedDatabaseTests {

    /** The names of the databases of samples. */
    private static final ConcurrentLinkedQueue<String> GIVEN = new ConcurrentLinkedQueue<>();

    private static List<String> runForNames(Class<?> sample) {
        return runForNames(Map.of(), sample);
    }

    private static List<String> runForNames(Map<String, String> parameters, Class<?> sample) {
        GIVEN.clear();
        TestRun run = TestRun.with(parameters, sample);
        assertThat(run.failed()).isEmpty();
        return List.copyOf(GIVEN);
    }

    private static List<String> existing(List<String> names) {
        try (TestDatabase any = TestDatabases.ofProcess().empty(List.of())) {
            return query(any.dataSource(), "SELECT datname FROM pg_database").stream()
                    .filter(names::contains)
                    .toList();
        }
    }

    private static List<String> query(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new java.util.ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insertCustomer(DataSource database) {
        assertThat(query(database, "INSERT INTO customer (name) VALUES ('Ada') RETURNING id"))
                .containsExactly("1");
    }

    @MigratedDatabase
    @Migrations(locations = "classpath:migrations/shop")
    static class Repeating {

        @RepeatedTest(3)
        void hasItsOwnDatabase(DataSource database, TestDatabase same, Retort retort) {
            insertCustomer(database);
            assertThat(query(same.dataSource(), "SELECT name FROM customer")).containsExactly("Ada");
            assertThat(retort.status().upToDate()).isTrue();
            GIVEN.add(same.name());
        }
    }

    @Test
    void areFreshForEachTestAndDroppedAfterIt() {
        List<String> names = runForNames(Repeating.class);

        assertThat(names).hasSize(3).doesNotHaveDuplicates();
        assertThat(existing(names)).isEmpty();
    }

    @Test
    void areFreshForTestsThatRunAtOnce() {
        List<String> names = runForNames(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent"),
                Repeating.class);

        assertThat(names).hasSize(3).doesNotHaveDuplicates();
        assertThat(existing(names)).isEmpty();
    }

    @MigratedDatabase
    @Migrations(locations = "classpath:migrations/shop")
    static class Preparing {

        private final DataSource database;

        Preparing(DataSource database) {
            this.database = database;
        }

        @BeforeEach
        void prepare(TestDatabase same) {
            insertCustomer(same.dataSource());
            GIVEN.add(same.name());
        }

        @Test
        void findsWhatWasPrepared(TestDatabase same) {
            assertThat(query(database, "SELECT name FROM customer")).containsExactly("Ada");
            assertThat(query(database, "SELECT current_database()")).containsExactly(same.name());
        }

        @Test
        void findsItToo() {
            assertThat(query(database, "SELECT name FROM customer")).containsExactly("Ada");
        }

        @Nested
        class Within {

            @Test
            void itIsTheSame(TestDatabase same) {
                assertThat(query(database, "SELECT current_database()")).containsExactly(same.name());
            }
        }
    }

    @Test
    void areThoseThatConstructorAndPreparationWereGiven() {
        assertThat(runForNames(Preparing.class)).hasSize(3).doesNotHaveDuplicates();
    }

    @MigratedDatabase
    @Migrations(locations = "classpath:migrations/shop")
    static class Sharing {

        @BeforeAll
        static void prepare(TestDatabase shared) {
            insertCustomer(shared.dataSource());
            GIVEN.add(shared.name());
        }

        @RepeatedTest(2)
        void findsWhatTheClassPrepared(TestDatabase shared) {
            assertThat(query(shared.dataSource(), "SELECT name FROM customer")).containsExactly("Ada");
            GIVEN.add(shared.name());
        }
    }

    @Tag("slow")
    @Test
    void belongToTheClassWhenThatAsksFirst() {
        List<String> names = runForNames(Sharing.class);

        assertThat(names).hasSize(3);
        assertThat(names).containsOnly(names.get(0));
        assertThat(existing(names)).isEmpty();
    }

    @Migrations(locations = "classpath:migrations/shop")
    static class Choosing {

        @Test
        void hasSeveralAtTheirTargets(
                @MigratedDatabase(target = "base") DataSource empty,
                @MigratedDatabase(target = "b1") Retort before,
                @MigratedDatabase DataSource whole) {
            assertThat(query(empty, "SELECT to_regclass('customer')::text")).containsOnlyNulls();
            assertThat(before.status().current()).containsExactly("b1");
            assertThat(query(whole, "SELECT version_num FROM alembic_version")).containsExactly("e1");
        }
    }

    @Test
    void haveTheTargetsThatTheyName() {
        assertThat(TestRun.of(Choosing.class).failed()).isEmpty();
    }

    @MigratedDatabase
    @Migrations(locations = "classpath:migrations/broken")
    static class OfBroken {

        @RepeatedTest(2)
        void isNeverReached(@SuppressWarnings("unused") DataSource database) {
            GIVEN.add("reached");
        }
    }

    @Test
    void sayWhyTheyCannotBeMigratedEachTime() {
        GIVEN.clear();
        TestRun run = TestRun.of(OfBroken.class);

        assertThat(GIVEN).isEmpty();
        assertThat(run.failed()).hasSize(2);
        assertThat(run.failed().values())
                .allSatisfy(message -> assertThat(message).contains("relation \"custmer\" does not exist"));
    }
}
