/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.test.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read again after a change is what reading everything gives. */
class FactsReaderTests {

    private static final String SCHEMA = """
        CREATE TYPE mood AS ENUM ('good', 'bad');
        CREATE DOMAIN pieces AS int;
        CREATE TABLE customer (id int PRIMARY KEY, name text, mood mood, count pieces);
        CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customer, amount int CHECK (amount > 0));
        CREATE INDEX ix_orders_amount ON orders (amount);
        CREATE TABLE event (id int, at date NOT NULL) PARTITION BY RANGE (at);
        CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
        CREATE TABLE event_2026 (id int, at date NOT NULL);
        CREATE VIEW names AS SELECT name FROM customer;
        CREATE MATERIALIZED VIEW totals AS SELECT sum(amount) AS total FROM orders;
        CREATE TABLE untouched (id int PRIMARY KEY);
        CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE FUNCTION price(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';
        CREATE TABLE line (id int PRIMARY KEY, amount int DEFAULT price(1))
        """;

    private static final String CHANGES = """
        GRANT SELECT ON customer TO PUBLIC
        REVOKE SELECT ON customer FROM PUBLIC
        COMMENT ON TABLE orders IS 'what customers order'
        COMMENT ON TABLE orders IS NULL
        ALTER TABLE customer ADD COLUMN email text DEFAULT 'none' NOT NULL
        ALTER TABLE customer ALTER COLUMN email DROP DEFAULT
        ALTER TABLE customer RENAME COLUMN id TO number
        ALTER TABLE customer RENAME TO client
        ALTER TABLE orders RENAME COLUMN amount TO total
        ALTER TABLE orders ADD CONSTRAINT many CHECK (total > 1) NOT VALID
        ALTER TABLE orders VALIDATE CONSTRAINT many
        ALTER TABLE orders DROP CONSTRAINT many
        ALTER INDEX ix_orders_amount RENAME TO ix_orders_total
        REINDEX INDEX ix_orders_total
        CREATE INDEX CONCURRENTLY ix_client_name ON client (name)
        DROP INDEX CONCURRENTLY ix_orders_total
        ALTER TABLE event ATTACH PARTITION event_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
        ALTER TABLE event DETACH PARTITION event_2025
        CREATE TRIGGER nothing AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION nothing()
        ALTER TABLE orders DISABLE TRIGGER nothing
        DROP TRIGGER nothing ON orders
        ALTER TYPE mood ADD VALUE 'so so'
        ALTER TYPE mood RENAME VALUE 'bad' TO 'worse'
        ALTER TYPE mood RENAME TO feeling
        ALTER DOMAIN pieces ADD CONSTRAINT more CHECK (VALUE > 0) NOT VALID
        ALTER DOMAIN pieces VALIDATE CONSTRAINT more
        ALTER FUNCTION price(int) RENAME TO amount_of
        DO $$ BEGIN ALTER TABLE orders ALTER COLUMN customer_id TYPE bigint; EXCEPTION WHEN division_by_zero THEN NULL; END $$
        DO $$ BEGIN CREATE TABLE made (id int PRIMARY KEY); GRANT SELECT ON made TO PUBLIC; END $$
        ALTER TABLE orders REPLICA IDENTITY FULL
        ALTER TABLE orders SET UNLOGGED
        VACUUM FULL client
        TRUNCATE orders
        REFRESH MATERIALIZED VIEW totals
        CREATE OR REPLACE VIEW names AS SELECT name, email FROM client
        DROP TABLE event
        CREATE SCHEMA archive
        ALTER TABLE orders SET SCHEMA archive
        ALTER SCHEMA archive RENAME TO old
        DROP TABLE client CASCADE
        """;

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void readsAgainWhateverChanged() throws SQLException {
        try (MigrationConnection connection =
                ConnectionSource.withoutRetries(database.dataSource()).open()) {
            connection.execute(SCHEMA);
            FactsReader reader = new FactsReader(connection);
            String moment = reader.now();
            CatalogFacts known = reader.all();
            for (String change : CHANGES.lines().toList()) {
                connection.execute(change);
                String next = reader.now();
                CatalogFacts since = reader.since(known, moment);

                CatalogFacts all = reader.all();
                assertThat(since.enums()).as(change).isEqualTo(all.enums());
                assertThat(since.domainChecks()).as(change).isEqualTo(all.domainChecks());
                assertThat(since.relations()).as(change).isEqualTo(all.relations());
                known = since;
                moment = next;
            }
        }
    }

    @Test
    void readsNothingAgainThatDidNotChange() throws SQLException {
        try (MigrationConnection connection =
                ConnectionSource.withoutRetries(database.dataSource()).open()) {
            connection.execute(SCHEMA);
            FactsReader reader = new FactsReader(connection);
            String moment = reader.now();
            CatalogFacts known = reader.all();

            connection.execute("ALTER TABLE orders ADD COLUMN note text");
            CatalogFacts since = reader.since(known, moment);

            assertThat(named(since, "untouched")).isSameAs(named(known, "untouched"));
            assertThat(named(since, "orders")).isNotEqualTo(named(known, "orders"));
        }
    }

    private static RelationFacts named(CatalogFacts facts, String table) {
        return facts.named("public." + table).orElseThrow();
    }
}
