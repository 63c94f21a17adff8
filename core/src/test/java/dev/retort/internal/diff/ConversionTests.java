/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.Difference;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the rows when a column gets another type, on both ways. */
class ConversionTests extends InvariantTestCase {

    private static Difference upgrade(String from, String to, String value) {
        invariant.prepare(
                "CREATE TABLE t (c " + from + "); INSERT INTO t VALUES (" + value + "), (NULL)",
                "CREATE TABLE t (c " + to + ")");
        return invariant.upgrade(Invariant.everything());
    }

    private static List<String> rows() {
        return invariant.real().query("SELECT coalesce(c::text, '-') FROM t ORDER BY c IS NULL");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            varchar[] | jsonb     | ARRAY['a, "b"', '[c]', NULL] | ["a, \\"b\\"", "[c]", null] | {"a, \\"b\\"",[c],NULL}
            text[]    | json      | ARRAY['a', '{}']             | ["a","{}"]                  | {a,"{}"}
            integer[] | jsonb     | ARRAY[1, 2]                  | [1, 2]                      | {1,2}
            jsonb     | text[]    | $$["x", "y,z"]$$            | {x,"y,z"}                   | ["x", "y,z"]
            json      | integer[] | $$[1, 2]$$                   | {1,2}                       | [1,2]
            jsonb     | text      | $${"a": 1}$$                 | {"a": 1}                    | {"a": 1}
            text      | jsonb     | $${"a": 1}$$                 | {"a": 1}                    | {"a": 1}
            text[]    | text      | ARRAY['a', 'b c']            | {a,"b c"}                   | {a,"b c"}
            integer   | bigint[]  | 7                            | {7}                         | 7
            uuid[]    | uuid      | ARRAY['a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid] | a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11 | {a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}
            interval  | text[]    | interval '1 day'             | {"1 day"}                   | 1 day
            date[]    | timestamp | ARRAY['2020-01-31'::date]    | 2020-01-31 00:00:00         | {2020-01-31}
            point     | point[]   | point '(1,2)'                | {"(1,2)"}                   | (1,2)
            """)
    void keepsTheValues(String from, String to, String value, String changed, String back) {
        Difference difference = upgrade(from, to, value);

        assertThat(rows()).containsExactly(changed, "-");
        invariant.downgrade(difference);
        assertThat(rows()).containsExactly(back, "-");
    }

    /** Also where the texts of two elements, one after the other, are a value. */
    @ParameterizedTest
    @CsvSource({
        "integer, '{1,2}'",
        "interval, '{1 day,2 days}'",
        "date, '{2020-01-31,2020-02-01}'",
        "box, '{(1,2),(3,4);(5,6),(7,8)}'"
    })
    void stopsAtAnArrayOfMoreThanOneElement(String element, String value) {
        invariant.prepare(
                "CREATE TABLE t (c " + element + "[]); INSERT INTO t VALUES ('" + value + "')",
                "CREATE TABLE t (c " + element + ")");

        assertThat(invariant.hold(Invariant.everything()).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation).contains("invalid input syntax for type"));
    }

    @Test
    void saysThatAnArrayMayHaveMoreThanOneElement() {
        assertThat(notes(upgrade("integer[]", "bigint", "'{7}'")))
                .containsExactly(
                        "Fails if an array has more than one element.", "Data loss: an empty array becomes null.");
        assertThat(notes(upgrade("integer", "bigint[]", "7"))).isEmpty();
    }

    @Test
    void saysThatAValueMayNotFitOnlyWhereThatCanBe() {
        assertThat(notes(upgrade("integer", "varchar(255)", "1"))).isEmpty();
        assertThat(notes(upgrade("uuid", "varchar(36)", "NULL"))).isEmpty();
        assertThat(notes(upgrade("bigint", "varchar(10)", "1")))
                .containsExactly("Fails if a bigint does not fit character varying(10).");
    }

    private static List<String> notes(Difference difference) {
        return difference.upgrade().stream()
                .map(AnnotatedOperation::notes)
                .flatMap(List::stream)
                .toList();
    }
}
