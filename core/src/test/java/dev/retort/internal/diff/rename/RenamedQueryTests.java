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
            assertThat(names.query(before)).isEqualTo(definition());
        } finally {
            database.execute(
                    "DROP VIEW v",
                    "ALTER TABLE customer RENAME TO client",
                    "ALTER TABLE client RENAME email TO mail",
                    "ALTER TABLE client RENAME name TO \"Full Name\"");
        }
    }
}
