/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that list the values of a column, as PostgreSQL prints them. */
class ListedValuesTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            (state)::text = ANY (ARRAY['A'::character varying, 'B'::character varying]);state;A B
            (state)::text = ANY ((ARRAY['B'::character varying, 'A'::character varying])::text[]);state;A B
            state = ANY (ARRAY['A'::text, 'B'::text]);state;A B
            state = 'A'::text;state;A
            (state = 'A'::text) OR (state = 'B'::text);state;A B
            ((state IS NULL) OR ((state)::text = ANY (ARRAY['A'::character varying, 'B'::character varying])));state;A B
            yn = ANY (ARRAY['N'::bpchar, 'Y'::bpchar]);yn;N Y
            state = ANY (ARRAY['A'::public.state, 'B'::public."State"]);state;A B
            ("Status")::text = ANY (ARRAY['New'::character varying, 'it''s'::character varying]);Status;New it's
            kind = ANY (ARRAY[0, 1, 2]);kind;0 1 2
            (kind >= 0) AND (kind <= 2);kind;0 1 2
            kind = ANY (ARRAY['-1'::integer, 1]);kind;-1 1
            """)
    void areReadInEverySpelling(String expression, String column, String values) {
        ListedValues found = ListedValues.of(expression).orElseThrow();

        assertThat(found.column()).isEqualTo(column);
        assertThat(found.values()).containsExactly(values.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price >= (0)::numeric",
                "upper(state) = 'A'::text",
                "(state = 'A'::text) OR (other = 'B'::text)",
                "(state = 'A'::text) AND (other = 'B'::text)",
                "NOT (state = 'A'::text)",
                "state <> ALL (ARRAY['A'::text])",
                "(kind >= 0) AND (other <= 2)",
                "state ~ '^A OR B$'::text",
                "state IS NULL",
                "active"
            })
    void areNotSeenInOtherConditions(String expression) {
        assertThat(ListedValues.of(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tags <@ ARRAY['A'::text, 'B'::text]",
                "(tags)::text[] <@ (ARRAY['A'::character varying, 'B'::character varying])::text[]",
                "tags <@ '{0,1}'::smallint[]",
                "tags <@ ARRAY['A'::public.state]"
            })
    void ofElementsAreSeen(String expression) {
        assertThat(ListedValues.columnOfElements(expression)).hasValue("tags");
        assertThat(ListedValues.of(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tags @> ARRAY['A'::text]",
                "tags <@ other",
                "(tags <@ ARRAY['A'::text]) AND (other <@ ARRAY['B'::text])",
                "(tags <@ ARRAY['A'::text]) OR active",
                "state = ANY (ARRAY['A'::text, 'B'::text])"
            })
    void ofElementsAreNotSeenInOtherConditions(String expression) {
        assertThat(ListedValues.columnOfElements(expression)).isEmpty();
    }
}
