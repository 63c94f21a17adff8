/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.lint.rule.RealDatabase;
import dev.retort.lint.DataQuestions;
import dev.retort.lint.Evidence;
import dev.retort.lint.Finding;
import dev.retort.lint.LintSettings;
import dev.retort.lint.Rule;
import dev.retort.lint.Severity;
import dev.retort.lint.Sizes;
import dev.retort.run.StatementFailedException;
import dev.retort.test.Project;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of question, with rows that make the upgrade fail and rows that do not. */
class DataQuestionsTests {

    private static final String CUSTOMER =
            "CREATE TABLE customer (id int PRIMARY KEY, name text, email varchar(50));\n";
    private static final String ORDERS =
            CUSTOMER + "CREATE TABLE orders (id int PRIMARY KEY, customer_id int, amount numeric);\n";

    private final TestDatabase real = TestDatabase.create();
    private final TestDatabase scratch = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    /**
     * A change and rows.
     *
     * @param kind what is asked
     * @param schema the schema
     * @param upgrade the revision
     * @param bad rows that it cannot take
     * @param good rows that it can
     */
    record Case(String kind, String schema, String upgrade, String bad, String good) {
        @Override
        public String toString() {
            return kind;
        }
    }

    static Stream<Case> cases() {
        String two = "INSERT INTO customer VALUES (1, 'a', 'x'), (2, %s, %s);";
        String event = "CREATE TABLE event (id int, at date NOT NULL) PARTITION BY RANGE (at);\n"
                + "CREATE TABLE event_2025 (id int, at date NOT NULL);\n";
        String mood =
                "CREATE TYPE mood AS ENUM ('good', 'bad');\nCREATE TABLE person (id int PRIMARY KEY, mood mood);\n";
        String pieces = "CREATE DOMAIN pieces AS int;\nCREATE TABLE parcel (id int PRIMARY KEY, count pieces);\n";
        return Stream.of(
                new Case(
                        "not null",
                        CUSTOMER,
                        "ALTER TABLE customer ALTER name SET NOT NULL;",
                        two.formatted("NULL", "'y'"),
                        two.formatted("'b'", "'y'")),
                new Case(
                        "not null column",
                        CUSTOMER,
                        "ALTER TABLE customer ADD COLUMN country text NOT NULL;",
                        two.formatted("'b'", "'y'"),
                        "SELECT 1;"),
                new Case(
                        "unique",
                        CUSTOMER,
                        "ALTER TABLE customer ADD CONSTRAINT mail UNIQUE (email);",
                        two.formatted("'b'", "'x'"),
                        two.formatted("'b'", "NULL") + "INSERT INTO customer VALUES (3, 'c', NULL);"),
                new Case(
                        "primary key",
                        "CREATE TABLE tag (name text NOT NULL);",
                        "ALTER TABLE tag ADD PRIMARY KEY (name);",
                        "INSERT INTO tag VALUES ('a'), ('a');",
                        "INSERT INTO tag VALUES ('a'), ('b');"),
                new Case(
                        "unique index over an expression",
                        CUSTOMER,
                        "-- migrate: autocommit\nCREATE UNIQUE INDEX CONCURRENTLY mail ON customer (lower(email)) WHERE name IS NOT NULL;",
                        two.formatted("'b'", "'X'"),
                        two.formatted("NULL", "'X'")),
                new Case(
                        "foreign key",
                        ORDERS,
                        "ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES customer;",
                        "INSERT INTO orders VALUES (1, 7, 1);",
                        "INSERT INTO orders VALUES (1, NULL, 1);"),
                new Case(
                        "validated foreign key",
                        ORDERS
                                + "ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES customer NOT VALID;",
                        "ALTER TABLE orders VALIDATE CONSTRAINT fk;",
                        "ALTER TABLE orders DISABLE TRIGGER ALL; INSERT INTO orders VALUES (1, 7, 1);",
                        "INSERT INTO orders VALUES (1, NULL, 1);"),
                new Case(
                        "check",
                        ORDERS,
                        "ALTER TABLE orders ADD CONSTRAINT positive CHECK (amount > 0);",
                        "INSERT INTO orders VALUES (1, 7, -1);",
                        "INSERT INTO orders VALUES (1, 7, 1), (2, 7, NULL);"),
                new Case(
                        "exclusion",
                        "CREATE TABLE booking (id int PRIMARY KEY, span int4range);",
                        "ALTER TABLE booking ADD CONSTRAINT apart EXCLUDE USING gist (span WITH &&);",
                        "INSERT INTO booking VALUES (1, '[1,5)'), (2, '[4,6)');",
                        "INSERT INTO booking VALUES (1, '[1,5)'), (2, '[5,6)');"),
                new Case(
                        "shorter text",
                        CUSTOMER,
                        "ALTER TABLE customer ALTER email TYPE varchar(5);",
                        two.formatted("'b'", "'123456'"),
                        two.formatted("'b'", "'12345'")),
                new Case(
                        "smaller numeric",
                        ORDERS,
                        "ALTER TABLE orders ALTER amount TYPE numeric(5,2);",
                        "INSERT INTO orders VALUES (1, 7, 999.996);",
                        "INSERT INTO orders VALUES (1, 7, 999.99);"),
                new Case(
                        "smaller integer",
                        ORDERS,
                        "ALTER TABLE orders ALTER customer_id TYPE smallint;",
                        "INSERT INTO orders VALUES (1, 32768, 1);",
                        "INSERT INTO orders VALUES (1, 32767, 1);"),
                new Case(
                        "bounds of a partition",
                        event,
                        "ALTER TABLE event ATTACH PARTITION event_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');",
                        "INSERT INTO event_2025 VALUES (1, '2026-01-01');",
                        "INSERT INTO event_2025 VALUES (1, '2025-12-31');"),
                new Case(
                        "domain",
                        pieces,
                        "ALTER DOMAIN pieces ADD CONSTRAINT positive CHECK (VALUE > 0);",
                        "INSERT INTO parcel VALUES (1, 0);",
                        "INSERT INTO parcel VALUES (1, 1);"),
                new Case(
                        "enum value",
                        mood,
                        "ALTER TYPE mood RENAME TO mood_old;\nCREATE TYPE mood AS ENUM ('good');\nALTER TABLE person ALTER mood TYPE mood USING mood::text::mood;\nDROP TYPE mood_old;",
                        "INSERT INTO person VALUES (1, 'bad');",
                        "INSERT INTO person VALUES (1, 'good');"));
    }

    @AfterEach
    void drop() {
        real.close();
        scratch.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void warnsOfRowsThatMakeTheUpgradeFail(Case given) throws Exception {
        List<Finding> findings = ask(given, given.bad(), Duration.ofSeconds(10), 5);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(findings.get(0).evidence()).isEqualTo(Evidence.DATA);
        assertThatThrownBy(() -> upgrade(given)).isInstanceOf(StatementFailedException.class);
    }

    static Stream<Case> sample() {
        return Samples.every(10, 0, cases());
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("sample")
    void isSilentAboutRowsThatItCanTake(Case given) throws Exception {
        assertThat(ask(given, given.good(), Duration.ofSeconds(10), 5)).isEmpty();
        upgrade(given);
    }

    @Test
    void namesKeysOnlyWhereExamplesMayBeNamed() throws Exception {
        Case given = cases().findFirst().orElseThrow();

        Finding named = ask(given, given.bad(), Duration.ofSeconds(10), 5).get(0);

        assertThat(named.message()).isEqualTo("Rows have no value in public.customer.name: 1. The statement fails.");
        assertThat(named.examples()).containsExactly("2");
    }

    @Test
    void namesNoKeysByDefault() throws Exception {
        Case given = cases().findFirst().orElseThrow();

        assertThat(ask(given, given.bad(), Duration.ofSeconds(10), 0).get(0).examples())
                .isEmpty();
    }

    @Test
    void saysThatARunningBackfillMaySettleIt() throws Exception {
        Case given = new Case(
                "backfill",
                CUSTOMER,
                "UPDATE customer SET name = '' WHERE name IS NULL;\nALTER TABLE customer ALTER name SET NOT NULL;",
                "INSERT INTO customer VALUES (1, NULL, NULL);",
                "");

        List<Finding> findings = ask(given, given.bad(), Duration.ofSeconds(10), 0);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get(0).message()).contains("unless an earlier statement");
        upgrade(given);
    }

    @Test
    void aQuestionThatIsBlockedIsNotAnswered() throws Exception {
        Case given = cases().findFirst().orElseThrow();
        real.execute(given.schema());
        try (var blocker = real.connect();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE customer IN ACCESS EXCLUSIVE MODE");

            List<Finding> findings = asked(given, Duration.ofSeconds(10), 5);

            assertThat(findings).hasSize(1);
            assertThat(findings.get(0).evidence()).isEqualTo(Evidence.NOT_MEASURED);
            assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
            assertThat(findings.get(0).message()).contains("is not answered");
        }
    }

    private List<Finding> ask(Case given, String rows, Duration timeout, int examples) throws Exception {
        real.execute(given.schema(), rows);
        return asked(given, timeout, examples);
    }

    private List<Finding> asked(Case given, Duration timeout, int examples) throws Exception {
        try (MigrationConnection connection =
                ConnectionSource.withoutRetries(real.dataSource()).open()) {
            DataAsker data = new DataAsker(connection, new DataQuestions(null, timeout, examples));
            return new LintCase(given.schema(), given.upgrade())
                    .lint(scratch, Sizes.UNKNOWN, LintSettings.DEFAULT, RealDatabase.NONE, data).findings().stream()
                            .filter(finding -> finding.rule() == Rule.DATA_WOULD_FAIL)
                            .toList();
        }
    }

    private void upgrade(Case given) {
        new Project(folder, real.dataSource())
                .with(builder -> builder.onNonEmptySchema(dev.retort.settings.NonEmptySchemaPolicy.RUN))
                .revision("r1", null, given.upgrade(), "-- migrate: nothing")
                .upgrade("head");
    }
}
