/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of views after a rename are what the server prints after the same rename. */
@SuppressWarnings("NullAway.Init")
class RenamedQueryTests {

    private static final String DEFINITION = "SELECT pg_get_viewdef('v'::regclass)";

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        database.execute(
                "CREATE SCHEMA other",
                "CREATE TABLE client (id bigint PRIMARY KEY, mail text, \"Full Name\" text, total numeric)",
                "CREATE TABLE other.mail (id bigint, mail text, client_id bigint)");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    /** As the catalog reader does: names have their schemas. */
    private static String definition() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pg_catalog");
            try (ResultSet rows = statement.executeQuery(DEFINITION.replace("'v'", "'public.v'"))) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT mail, id FROM client",
                "SELECT mail AS address, upper(mail) FROM client WHERE mail LIKE '%mail%' ORDER BY mail",
                "SELECT c.mail, c.\"Full Name\" FROM client c",
                "SELECT DISTINCT ON (mail) mail, total FROM client ORDER BY mail, total DESC",
                "SELECT mail, sum(total), count(*) FILTER (WHERE mail IS NOT NULL) FROM client GROUP BY mail HAVING max(mail) > 'a'",
                "SELECT client.mail, m.mail AS other FROM client JOIN other.mail m ON m.client_id = client.id AND m.mail = client.mail",
                "SELECT client.mail, mail.mail AS other FROM client, other.mail WHERE mail.client_id = client.id",
                "SELECT id, (SELECT max(m.mail) FROM other.mail m WHERE m.mail = client.mail) FROM client",
                "SELECT mail FROM client UNION ALL SELECT mail FROM other.mail",
                "WITH big AS (SELECT mail, total FROM client WHERE total > 1) SELECT big.mail, c.id FROM big JOIN client c ON c.mail = big.mail",
                "SELECT s.mail FROM (SELECT mail, row_number() OVER (PARTITION BY mail ORDER BY total) AS n FROM client) s WHERE s.n = 1",
                "SELECT CASE WHEN mail = 'x' THEN mail ELSE \"Full Name\" END AS mail, mail::varchar(3) AS short FROM client",
                "SELECT a.mail, b.mail AS second FROM client a LEFT JOIN client b ON a.mail = b.mail",
                "SELECT a.mail FROM (client a CROSS JOIN other.mail m) LEFT JOIN client b ON a.mail = b.mail AND a.id IN (SELECT id FROM client WHERE mail = m.mail)",
                "SELECT extract(year FROM now()) AS y, client.* FROM client",
                "SELECT x.mail FROM client x (id, mail, name, total)"
            })
    void areWhatTheServerPrints(String query) throws SQLException {
        database.execute("CREATE VIEW v AS " + query);
        String before = definition();
        NewNames names = new NewNames(new ServerVersion(17));
        QualifiedName client = QualifiedName.of("public", "client");
        names.object(client, QualifiedName.of("public", "customer"));
        names.column(new ColumnName(client, "mail"), "email");
        names.column(new ColumnName(client, "Full Name"), "name");
        List<String> renames = List.of(
                "ALTER TABLE client RENAME mail TO email",
                "ALTER TABLE client RENAME \"Full Name\" TO name",
                "ALTER TABLE client RENAME TO customer");
        try {
            database.execute(renames.toArray(String[]::new));
            assertThat(names.query(before, table -> Set.of())).isEqualTo(definition());
        } finally {
            database.execute(
                    "DROP VIEW v",
                    "ALTER TABLE customer RENAME TO client",
                    "ALTER TABLE client RENAME email TO mail",
                    "ALTER TABLE client RENAME name TO \"Full Name\"");
        }
    }

    /** The server prints column aliases there; both queries are of the same rows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT mail, client.id, m.client_id FROM client JOIN other.mail m USING (mail)",
                "SELECT mail, c.\"Full Name\" AS name FROM client c LEFT JOIN other.mail m USING (mail) WHERE c.mail > 'a' ORDER BY c.total",
                "SELECT mail, total, client_id FROM client FULL JOIN other.mail m USING (mail)",
                "SELECT id, total FROM client NATURAL JOIN other.mail",
                "SELECT j.mail, j.id, j.total FROM (client JOIN other.mail m USING (mail, id)) j",
                "SELECT s.total, mail FROM (SELECT mail, total FROM client) s JOIN client c USING (mail) JOIN other.mail m USING (mail)",
                "SELECT m.id FROM other.mail m WHERE EXISTS (SELECT FROM client JOIN other.mail o USING (mail) WHERE client.total = m.id)",
                "SELECT x.mail, x.name FROM client x (id, mail, name, total) JOIN other.mail m USING (mail)",
                "SELECT mail, c.id, k.id AS key FROM ONLY client c JOIN client k USING (mail)",
                "SELECT client.mail, k.mail AS second FROM client, other.mail m JOIN client k USING (mail) WHERE client.id = k.id",
                "SELECT c.tableoid, id FROM client c JOIN other.mail USING (id, mail) GROUP BY c.tableoid, id HAVING max(c.mail) = 'x'"
            })
    void joinByTheOldNames(String query) throws SQLException {
        database.execute(
                "INSERT INTO client VALUES (1, 'a', 'A', 1), (2, 'b', 'B', 2), (3, NULL, 'C', 3)",
                "INSERT INTO other.mail VALUES (1, 'a', 1), (7, 'b', 2), (8, 'z', 3)",
                "CREATE VIEW v AS " + query);
        String before = definition();
        NewNames names = new NewNames(new ServerVersion(17));
        QualifiedName client = QualifiedName.of("public", "client");
        names.object(client, QualifiedName.of("public", "customer"));
        names.column(new ColumnName(client, "mail"), "email");
        names.column(new ColumnName(client, "Full Name"), "name");
        List<String> rows = database.query("SELECT * FROM v");
        List<String> columns = columns("v");
        try {
            database.execute(
                    "ALTER TABLE client RENAME mail TO email",
                    "ALTER TABLE client RENAME \"Full Name\" TO name",
                    "ALTER TABLE client RENAME TO customer",
                    "CREATE VIEW w AS "
                            + names.query(
                                    before,
                                    table -> table.equals(client)
                                            ? Set.of("id", "mail", "Full Name", "total")
                                            : Set.of("id", "mail", "client_id")));

            assertThat(columns("w")).isEqualTo(columns);
            assertThat(database.query("SELECT * FROM w"))
                    .hasSize(rows.size())
                    .containsExactlyInAnyOrderElementsOf(rows);
        } finally {
            database.execute(
                    "DROP VIEW IF EXISTS w",
                    "DROP VIEW v",
                    "ALTER TABLE customer RENAME TO client",
                    "ALTER TABLE client RENAME email TO mail",
                    "ALTER TABLE client RENAME name TO \"Full Name\"",
                    "DELETE FROM client",
                    "DELETE FROM other.mail");
        }
    }

    private static List<String> columns(String view) {
        return database.query("SELECT attname, atttypid::regtype FROM pg_attribute WHERE attrelid = '" + view
                + "'::regclass ORDER BY attnum");
    }
}
