/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.model.ScratchSettings;
import dev.retort.settings.SessionSettings;
import dev.retort.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code retort.scratch-url}, whose role may create databases or not. */
class ScratchUrlTests extends ScratchTestCase {

    private static final String USER_OBJECTS =
            "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN"
                    + " ('information_schema', 'public') UNION ALL SELECT relname FROM pg_class WHERE relnamespace ="
                    + " 'public'::regnamespace UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace";

    private final TestDatabase given = TestDatabase.create();

    ScratchUrlTests() {
        given.execute(
                "GRANT CREATE ON DATABASE " + given.name() + " TO " + plain, "GRANT ALL ON SCHEMA public TO " + plain);
    }

    @AfterEach
    void dropGiven() {
        given.execute("DROP OWNED BY " + plain);
        given.close();
    }

    private Scratch openThere(String user) {
        ScratchSettings settings = new ScratchSettings(given.url(), user, null);
        return new ScratchDatabases(settings, SessionSettings.defaults(), List.of())
                .open(source(address("postgres")), address("postgres"));
    }

    @Test
    void makesADatabaseBesideItAndKeepsIt() throws Exception {
        given.execute("CREATE TABLE persons (id int)");

        try (Scratch scratch = openThere(creator)) {
            scratch.run(model("CREATE TABLE customer (id int)"));

            assertThat(databasesOf(creator)).hasSize(1);
        }
        assertThat(databasesOf(creator)).isEmpty();
        assertThat(given.query(USER_OBJECTS)).containsExactly("persons");
    }

    @Test
    void usesTheDatabaseItselfAndLeavesItEmpty() throws Exception {
        try (Scratch scratch = openThere(plain)) {
            scratch.run(model(
                    "CREATE SCHEMA other",
                    "CREATE EXTENSION citext",
                    "CREATE TYPE mood AS ENUM ('sad', 'ok')",
                    "CREATE TYPE pair AS (a int, b mood)",
                    "CREATE DOMAIN positive AS int CHECK (VALUE > 0)",
                    "CREATE TABLE customer (id positive PRIMARY KEY, mood mood, email citext, number int GENERATED ALWAYS AS IDENTITY)",
                    "CREATE SEQUENCE s",
                    "CREATE VIEW v AS SELECT * FROM customer",
                    "CREATE MATERIALIZED VIEW m AS SELECT * FROM customer",
                    "CREATE FUNCTION f(pair) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                    "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'",
                    "CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int)",
                    "CREATE STATISTICS st ON id, mood FROM customer",
                    "CREATE COLLATION coll FROM \"C\"",
                    "CREATE TABLE other.orders (id int REFERENCES customer)"));

            assertThat(query(scratch, "SELECT current_database()")).containsExactly(given.name());
        }
        assertThat(given.query(USER_OBJECTS)).isEmpty();
        assertThat(given.query("SELECT extname FROM pg_extension")).containsExactly("plpgsql");
    }

    @Test
    void emptiesItAfterARunThatWasKilled() {
        Scratch killed = openThere(plain);
        killed.run(model("CREATE TABLE customer (id int)"));
        given.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + plain + "'");
        awaitNoSession();

        try (Scratch scratch = openThere(plain)) {
            scratch.run(model("CREATE TABLE customer (id int)"));
        }
        assertThat(given.query(USER_OBJECTS)).isEmpty();
    }

    private void awaitNoSession() {
        while (!given.query("SELECT 1 FROM pg_stat_activity WHERE usename = '" + plain + "'")
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void refusesADatabaseThatHoldsSomethingElse() {
        given.execute("CREATE SCHEMA ledgers", "CREATE TABLE persons (id int)");

        assertThatThrownBy(() -> openThere(plain))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("retort.scratch-url is not empty")
                .hasMessageContaining("schema ledgers, table public.persons");
        assertThat(given.query(USER_OBJECTS)).containsExactlyInAnyOrder("ledgers", "persons");
    }

    @Test
    void refusesAUrlOfAnotherKind() {
        ScratchSettings settings = new ScratchSettings("jdbc:h2:mem:x", null, null);

        assertThatThrownBy(() -> new ScratchDatabases(settings, SessionSettings.defaults(), List.of()).open())
                .hasMessageContaining("The URL of retort.scratch-url cannot be used.")
                .hasMessageContaining("It begins neither with jdbc:postgresql: nor with postgresql:.");
    }

    @Test
    void needsNoRealDatabase() throws Exception {
        ScratchSettings settings = new ScratchSettings(given.url(), creator, null);

        try (Scratch scratch = new ScratchDatabases(settings, SessionSettings.defaults(), List.of()).open()) {
            scratch.run(model("CREATE TABLE customer (id int)"));

            assertThat(query(scratch, "SELECT to_regclass('public.customer') IS NOT NULL"))
                    .containsExactly("t");
        }
    }
}
