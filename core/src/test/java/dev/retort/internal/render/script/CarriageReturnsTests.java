/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CarriageReturnsTests {

    @Test
    void escapesThemInStringConstants() {
        assertThat(CarriageReturns.escaped("COMMENT ON TABLE t IS 'it''s\r\nhere'"))
                .isEqualTo("COMMENT ON TABLE t IS E'it''s\\r\nhere'");
    }

    @Test
    void keepsTheBackslashesOfAConstant() {
        assertThat(CarriageReturns.escaped("SELECT 'a\\b\r', E'c\\\\d\r', 'e\\f'"))
                .isEqualTo("SELECT E'a\\\\b\\r', E'c\\\\d\\r', 'e\\f'");
    }

    @Test
    void leavesBodiesAndStatementsWithoutThemAsTheyAre() {
        String body = "CREATE FUNCTION f(a text DEFAULT '\r') RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$";
        assertThat(CarriageReturns.escaped(body))
                .isEqualTo("CREATE FUNCTION f(a text DEFAULT E'\\r') RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$");
        assertThat(CarriageReturns.escaped("SELECT '\n'")).isEqualTo("SELECT '\n'");
    }
}
