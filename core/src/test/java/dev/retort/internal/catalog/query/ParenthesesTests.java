/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParenthesesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            (a > 0)                        | a > 0
            ((a > 0) AND (b > 0))          | (a > 0) AND (b > 0)
            (a > 0) AND (b > 0)            | (a > 0) AND (b > 0)
            a                              | a
            lower(a)                       | lower(a)
            (a = ')')                      | a = ')'
            (a = ''')(')                   | a = ''')('
            ("x)" = '(') OR (b)            | ("x)" = '(') OR (b)
            (EXISTS ( SELECT 1))           | EXISTS ( SELECT 1)
            ( SELECT 1)                    | ( SELECT 1)
            ( WITH x AS (SELECT 1) TABLE x)| ( WITH x AS (SELECT 1) TABLE x)
            """)
    void removesThoseAroundTheWhole(String expression, String inside) {
        assertThat(Parentheses.strip(expression)).isEqualTo(inside);
    }
}
