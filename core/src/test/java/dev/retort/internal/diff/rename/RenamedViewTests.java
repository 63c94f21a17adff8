/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Rename;
import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Views that are created again in a script that renames a column by which their tables are joined. */
class RenamedViewTests extends InvariantTestCase {

    private static final String BEFORE = """
            CREATE TABLE client (id int PRIMARY KEY, first text, code varchar(10), total int);
            CREATE TABLE purchase (code varchar(10), number int);
            CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE VIEW sales AS SELECT code, client.total, number FROM client LEFT JOIN purchase USING (code);
            CREATE TRIGGER written INSTEAD OF INSERT ON sales FOR EACH ROW EXECUTE FUNCTION nothing();
            COMMENT ON VIEW sales IS 'by code';
            CREATE VIEW large_sales WITH (security_barrier) AS SELECT s.code, c.id FROM sales s JOIN client c USING (code);
            """;
    private static final String AFTER = """
            CREATE TABLE customer (id bigint PRIMARY KEY, shorthand varchar(10), total bigint, since date);
            CREATE TABLE purchase (code varchar(10), number int);
            CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            """;
    private static final String VIEWS = """
            CREATE VIEW sales AS SELECT c.shorthand AS code, c.total, p.number FROM customer c LEFT JOIN purchase p ON p.code = c.shorthand;
            CREATE TRIGGER written INSTEAD OF INSERT ON sales FOR EACH ROW EXECUTE FUNCTION nothing();
            COMMENT ON VIEW sales IS 'by code';
            CREATE VIEW large_sales WITH (security_barrier) AS SELECT s.code, c.id FROM sales s JOIN customer c ON c.shorthand = s.code;
            """;
    private static final DiffSettings RENAMING = Invariant.everything()
            .withRenames(List.of(Rename.parse("client:customer"), Rename.parse("client.code:shorthand")));

    @Test
    void haveTheirOldQueriesAfterTheDowngrade() {
        invariant.prepare(BEFORE, AFTER + VIEWS);

        assertThat(invariant.hold(RENAMING).violations()).isEmpty();
    }

    /** A column before the one that is joined by is dropped, and another one is added. */
    @Test
    void stayWhereTheModelDoesNotKnowThem() {
        invariant.prepare(BEFORE, AFTER);
        invariant.fill("INSERT INTO client VALUES (1, 'a', 'x', 7); INSERT INTO purchase VALUES ('x', 8), ('y', 9)");
        List<String> rows = invariant.real().query("SELECT * FROM large_sales");
        DiffSettings settings = RENAMING.withDropUnknown(false);

        assertThat(invariant.holdMapping(settings).violations()).isEmpty();

        invariant.upgrade(settings);
        assertThat(invariant.real().query("SELECT code, total, number FROM sales"))
                .containsExactly("x|7|8");
        assertThat(invariant.real().query("SELECT * FROM large_sales")).isEqualTo(rows);
    }

    @Test
    void areMaterialized() {
        String view =
                "CREATE MATERIALIZED VIEW m AS SELECT code, c.total FROM client c FULL JOIN purchase USING (code);"
                        + "CREATE UNIQUE INDEX m_code ON m (code);";
        invariant.prepare(BEFORE + view, AFTER + VIEWS);
        invariant.fill("INSERT INTO client VALUES (1, 'a', 'x', 7); INSERT INTO purchase VALUES ('x', 8), ('y', 9)");
        DiffSettings settings = RENAMING.withDropUnknown(false);

        invariant.downgrade(invariant.upgrade(settings));

        invariant.real().execute("REFRESH MATERIALIZED VIEW CONCURRENTLY m");
        assertThat(invariant.real().query("SELECT code, total FROM m ORDER BY 1"))
                .containsExactly("x|7", "y|null");
    }
}
