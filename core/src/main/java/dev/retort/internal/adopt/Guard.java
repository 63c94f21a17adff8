/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.sql.Identifiers;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The trigger that keeps the other tool from writing to its history table. A build that has nothing to run does not
 * write, so it starts; one with its own migration is refused, and its transaction is rolled back. Sessions that hold
 * Retort's migration lock may write.
 */
public final class Guard {

    /** The name of the trigger and of its function. */
    static final String NAME = "retort_adoption_guard";

    private static final String FUNCTION = """
        CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql
            SET search_path = pg_catalog, pg_temp AS $retort$
        BEGIN
            IF {held} THEN
                RETURN NULL;
            END IF;
            RAISE EXCEPTION USING
                MESSAGE = {message},
                DETAIL = 'Statements of the refused migration are rolled back, except those that ran outside a transaction.',
                HINT = 'Deploy a build that uses Retort, or undo the adoption with: adopt --undo';
        END $retort$
        """;

    private static final List<String> EVENTS = List.of("INSERT", "UPDATE", "DELETE", "TRUNCATE");

    private static final String TRIGGER =
            "CREATE TRIGGER " + NAME + " BEFORE {events} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {function}()";

    private static final String EXISTS = """
        SELECT pg_catalog.concat(pg_catalog.quote_ident(n.nspname::pg_catalog.text), '.',
            pg_catalog.quote_ident(p.proname::pg_catalog.text))
        FROM pg_catalog.pg_trigger AS t
        JOIN pg_catalog.pg_proc AS p ON p.oid OPERATOR(pg_catalog.=) t.tgfoid
        JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
        WHERE t.tgrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?)::pg_catalog.oid
          AND t.tgname OPERATOR(pg_catalog.=) '""" + NAME + "'";

    private static final String MAY = """
        SELECT pg_catalog.has_table_privilege(pg_catalog.to_regclass(?)::pg_catalog.oid, 'TRIGGER')
            AND pg_catalog.has_schema_privilege(?, 'CREATE')
        """;

    private final MigrationConnection connection;
    private final ForeignTable table;

    /**
     * Creates a guard.
     *
     * @param connection the connection of the adoption
     * @param table the table to which the other tool no longer writes
     */
    public Guard(MigrationConnection connection, ForeignTable table) {
        this.connection = connection;
        this.table = table;
    }

    /**
     * Creates the trigger, in the transaction of the adoption.
     *
     * @param schema the schema of Retort's tables
     * @param heldCondition a condition that the session holds the migration lock
     * @return whether the role may do that
     */
    public boolean create(String schema, String heldCondition) throws SQLException {
        if (!connection.queryOne(MAY, row -> row.getBoolean(1), table.quoted(), schema)) {
            return false;
        }
        drop();
        String function = Identifiers.quote(schema, NAME);
        String now = connection.queryOne(
                "SELECT pg_catalog.to_char(pg_catalog.now(), 'YYYY-MM-DD HH24:MI TZ')", row -> row.getString(1));
        String message = "This database is migrated by Retort since " + now + ".";
        connection.execute(FUNCTION.replace("{function}", function)
                .replace("{held}", heldCondition)
                .replace("{message}", Identifiers.literal(message)));
        connection.execute("REVOKE ALL ON FUNCTION " + function + "() FROM PUBLIC");
        connection.execute(TRIGGER.replace("{events}", String.join(" OR ", EVENTS))
                .replace("{table}", table.quoted())
                .replace("{function}", function));
        return true;
    }

    /** {@return the function of the trigger, quoted; empty when there is none} */
    Optional<String> function() throws SQLException {
        List<String> found = connection.query(EXISTS, row -> row.getString(1), table.quoted());
        return found.stream().findFirst();
    }

    /** Drops the trigger and its function. */
    public void drop() throws SQLException {
        Optional<String> function = function();
        if (function.isPresent()) {
            connection.execute("DROP TRIGGER " + NAME + " ON " + table.quoted());
            connection.execute("DROP FUNCTION " + function.get() + "()");
        }
    }
}
