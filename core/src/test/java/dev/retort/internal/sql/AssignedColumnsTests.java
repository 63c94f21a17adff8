/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignedColumnsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a = 1 | a",
                "A = b + c, d = (SELECT e FROM f WHERE g = h) | a d",
                "\"Some \"\"Name\" = x = y | Some \"Name",
                "(a, b) = (c, d), e = f(g, h) | a b e",
                "(a, b) = ROW (1, 2) | a b",
                "a[1] = 2, b.c = 3 | a b",
                "a = CASE WHEN b = 1 THEN 2 ELSE 3 END /* c = 1, */ -- d = 2 | a",
                "a = 'b = 1, c = 2', d = DEFAULT | a d",
            })
    void areThoseOnTheLeft(String assignments, String columns) {
        assertThat(String.join(" ", AssignedColumns.of(assignments))).isEqualTo(columns);
    }
}
