/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTests {

    private static final String SCRIPT = """
            -- revision: a1
            -- down_revision: b1, b2
            -- branch_labels: billing
            -- depends_on: c1
            -- message: first
            -- created: 2026-11-22

            -- migrate: upgrade
            CREATE TABLE t (a text DEFAULT 'x  y');
            -- migrate: autocommit
            VACUUM t;
            COPY t FROM stdin;
            one
            \\.

            -- migrate: downgrade
            DROP TABLE t;
            """;

    private static String checksum(String text) {
        return ScriptLoader.parse("a.sql", text).checksum();
    }

    @Test
    void isASha256InLowerCaseHexadecimal() {
        assertThat(checksum(SCRIPT)).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message: first|message: second",
                "created: 2026-11-22|created: yesterday",
                "b1, b2|b1,b2",
                "CREATE TABLE t (a|create /* c */ table T(a",
                "DROP TABLE t;|DROP TABLE t",
                "VACUUM t;|VACUUM t; -- done",
                "-- migrate: autocommit|'-- migrate: autocommit\n-- migrate: autocommit'",
            })
    void ignoresWhatDoesNotRun(String text, String replacement) {
        assertThat(SCRIPT).contains(text);
        assertThat(checksum(SCRIPT.replace(text, replacement))).isEqualTo(checksum(SCRIPT));
    }

    @Test
    void ignoresLineEndsAndTheByteOrderMark() {
        assertThat(checksum("\uFEFF" + SCRIPT.replace("\n", "\r\n"))).isEqualTo(checksum(SCRIPT));
        assertThat(checksum(SCRIPT.replace('\n', '\r'))).isEqualTo(checksum(SCRIPT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "revision: a1|revision: a2",
                "b1, b2|b2, b1",
                "b1, b2|b1",
                "branch_labels: billing|branch_labels: orders",
                "depends_on: c1|depends_on: c2",
                "x  y|x y",
                "VACUUM t|VACUUM u",
                "one|two",
                "DROP TABLE t|DROP TABLE u",
                "-- created|'-- placeholders: true\n-- created'",
                "COPY t|'-- migrate: transaction\nCOPY t'",
                "DROP TABLE t;|-- migrate: nothing",
                "'-- migrate: downgrade\nDROP TABLE t;'|-- migrate: irreversible gone",
                "'-- migrate: downgrade\nDROP TABLE t;'|-- nothing",
            })
    void countsWhatRuns(String text, String replacement) {
        assertThat(SCRIPT).contains(text);
        assertThat(checksum(SCRIPT.replace(text, replacement))).isNotEqualTo(checksum(SCRIPT));
    }

    @Test
    void ignoresThePlaceOfTheIrreversibleMarker() {
        String script = "-- revision: a\n-- migrate: upgrade\nSELECT 1;\n";
        assertThat(checksum(script + "-- migrate: downgrade\n-- migrate: irreversible gone"))
                .isEqualTo(checksum(script + "-- migrate: irreversible for another reason"));
    }
}
