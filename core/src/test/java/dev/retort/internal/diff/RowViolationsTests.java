/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.diff.Difference;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comment says that rows may violate a new rule, and only where they can. */
class RowViolationsTests extends InvariantTestCase {

    private static final String TABLES = "CREATE TABLE other (id int PRIMARY KEY, n int);"
            + " CREATE TABLE t (a int, b int NOT NULL, c varchar(10), d int);";

    private static final String ROWS = "INSERT INTO t VALUES (7, 1, 'x', 1), (7, 1, 'x', 1)";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ALTER TABLE t ADD UNIQUE (a)                               | Fails if two rows of t have the same a.
            ALTER TABLE t ADD UNIQUE (a, c)                            | Fails if two rows of t have the same (a, c).
            ALTER TABLE t ADD PRIMARY KEY (b)                          | Fails if two rows of t have the same b.
            CREATE UNIQUE INDEX ON t (lower(c))                        | Fails if two rows of t have the same lower((c)::text).
            CREATE UNIQUE INDEX ON t (c) WHERE a > 1                   | Fails if two rows of t with a > 1 have the same c.
            ALTER TABLE t ADD CHECK (a < 5)                            | Fails if a row of t violates the check.
            ALTER TABLE t ADD e int, ADD CHECK (coalesce(e, 1) > 1)    | Fails if a row of t violates the check.
            ALTER TABLE t ADD e int, ADD CHECK (e IS NOT NULL)         | Fails if a row of t violates the check.
            ALTER TABLE t ADD e int DEFAULT 5, ADD CHECK (e IN (1, 2)) | Fails if a row of t violates the check.
            ALTER TABLE t ADD e int DEFAULT 5, ADD UNIQUE (e)          | Fails if two rows of t have the same e.
            ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES other         | Fails if a row of t has a a that no row of other has.
            ALTER TABLE t ADD EXCLUDE (a WITH =)                       | Fails if two rows of t conflict.
            """)
    void saysWhenAStatementFails(String change, String note) {
        assertThat(notesAndFailure(TABLES, ROWS, TABLES + change)).contains(note);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ` `                                       | ALTER TABLE t ADD CHECK (a < 5) NOT VALID
            ` `                                       | ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES other NOT VALID
            ` `                                       | ALTER TABLE t ADD e int, ADD UNIQUE (e, b)
            ` `                                       | ALTER TABLE t ADD e int GENERATED ALWAYS AS IDENTITY, ADD UNIQUE (e)
            ` `                                       | ALTER TABLE t ADD e int, ADD FOREIGN KEY (e) REFERENCES other
            ` `                                       | ALTER TABLE t ADD e int, ADD CHECK (e > 0 AND e <> 5)
            ` `                                       | ALTER TABLE t ADD e text DEFAULT 'p', ADD CHECK (e IN ('p', 'q'))
            ` `                                       | CREATE TABLE u (a int UNIQUE, CHECK (a > 1), b int REFERENCES other)
            CREATE UNIQUE INDEX ui ON t (d)           | ALTER TABLE t ADD UNIQUE (b, d)
            ALTER TABLE t ADD PRIMARY KEY (d)         | CREATE UNIQUE INDEX ux ON t (d, c)
            CREATE UNIQUE INDEX ui ON t (d)           | CREATE UNIQUE INDEX ux ON t (d) WHERE a > 1
            ALTER TABLE t ADD CHECK (c IN ('x'))      | ALTER TABLE t ADD CHECK (c IN ('x', 'y'))
            ALTER TABLE t ADD CHECK (a > 1)           | ALTER TABLE t ADD CHECK (a > 1) NO INHERIT
            ALTER TABLE t ADD FOREIGN KEY (d) REFERENCES other | ALTER TABLE t ADD FOREIGN KEY (d) REFERENCES other ON DELETE CASCADE
            ALTER TABLE t ADD FOREIGN KEY (d) REFERENCES other | ALTER TABLE t ALTER d TYPE bigint, ADD FOREIGN KEY (d) REFERENCES other
            """)
    void saysNothingWhereNoRowCanViolateARule(String before, String change) {
        String rows = " INSERT INTO other VALUES (1, 1), (2, 2); INSERT INTO t VALUES (7, 1, 'x', 1), (7, 1, 'x', 2);";
        invariant.prepare(TABLES + rows + before, TABLES + change);

        Difference difference = invariant.upgrade(Invariant.everything());

        assertThat(difference.upgrade()).isNotEmpty();
        assertThat(notes(difference.upgrade()))
                .filteredOn(note -> note.startsWith("Fails"))
                .isEmpty();
    }

    @Test
    void saysSoInTheDowngrade() {
        invariant.prepare(
                TABLES + "ALTER TABLE t ADD CHECK (c IN ('x')), ADD UNIQUE (a)",
                TABLES + "ALTER TABLE t ADD CHECK (c IN ('x', 'y'))");

        Difference difference = invariant.upgrade(Invariant.everything());

        assertThat(notes(difference.upgrade())).isEmpty();
        assertThat(notes(difference.downgrade()))
                .containsExactlyInAnyOrder(
                        "Fails if a row of t violates the check.", "Fails if two rows of t have the same a.");
        invariant.real().execute("INSERT INTO t VALUES (7, 1, 'y', 1)");
        assertThatThrownBy(() -> invariant.downgrade(difference)).isInstanceOf(Exception.class);
    }

    @Test
    void saysThatNotValidBecomesValid() {
        String add = "ALTER TABLE t ADD CONSTRAINT ck CHECK (a < 5)";
        invariant.prepare(TABLES + add + " NOT VALID", TABLES + add);

        assertThat(notes(invariant.upgrade(Invariant.everything()).upgrade()))
                .containsExactly("Fails if a row of t violates the check.");
    }

    @Test
    void saysSoOfADomainThatColumnsHave() {
        String table = "CREATE DOMAIN code AS text; CREATE DOMAIN unused AS text; CREATE TABLE u (c code);";
        String change = "ALTER DOMAIN code ADD CHECK (value <> 'x'); ALTER DOMAIN unused ADD CHECK (value <> 'x')";

        assertThat(notesAndFailure(table, "INSERT INTO u VALUES ('x')", table + change))
                .containsExactly("Fails if a value of code violates the check.");
    }

    @Test
    void saysSoWhereAnEnumTypeChangesItsOrder() {
        String tables = "CREATE TYPE size AS ENUM (%s);"
                + " CREATE TABLE u (s size, CONSTRAINT ordered CHECK (s < 'large'), CONSTRAINT other CHECK (s <> 'large'));";
        String before = tables.formatted("'small', 'large'");
        String after = tables.formatted("'large', 'small'");

        assertThat(notesAndFailure(before, "INSERT INTO u VALUES ('small')", after))
                .containsOnlyOnce("Fails if a row of u violates the check.");
    }

    /** {@return the notes of the upgrade, which succeeds without the rows and fails with them} */
    private static List<String> notesAndFailure(String before, String rows, String after) {
        invariant.prepare(before, after);
        List<String> notes = notes(invariant.upgrade(Invariant.everything()).upgrade());
        invariant.prepare(before + rows, after);
        assertThatThrownBy(() -> invariant.upgrade(Invariant.everything())).isInstanceOf(IllegalStateException.class);
        return notes;
    }

    private static List<String> notes(List<AnnotatedOperation> changes) {
        return changes.stream().flatMap(change -> change.notes().stream()).toList();
    }
}
