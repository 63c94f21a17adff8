/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PsqlTextTests {

    private static SqlStatement statement(String text) {
        return new SqlStatement(text, 1, null);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "SELECT arr[1:PORT]|SELECT arr[1: PORT];",
                "SELECT a[1:\"HOST\"]|SELECT a[1: \"HOST\"];",
                "SELECT a[1:'2']|SELECT a[1: '2'];",
                "SELECT a[:é]|SELECT a[: é];",
                "SELECT a[1:2]|SELECT a[1: 2];",
                "JSON_OBJECT('a':{?x})|JSON_OBJECT('a': {?x});",
                "SELECT a[1::int:n::int]|SELECT a[1::int: n::int];",
                "SELECT 1:::n|SELECT 1::: n;"
            })
    void spacesAColonThatPsqlWouldTakeForAVariable(String sql, String script) {
        assertThat(PsqlText.of(statement(sql))).isEqualTo(script + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '1'::int, ':n', \":n\", $$:n$$, E'\\':n', U&':n' /* :n */ -- :n\n"
                        + ", f(a:=1, b := 2), a[1:-1], a[:], a[ : n]",
                "DO $$ BEGIN a[1:n] := 2; END $$"
            })
    void leavesEverythingElseAsItIs(String sql) {
        assertThat(PsqlText.of(statement(sql))).isEqualTo(sql + ";\n");
    }

    @Test
    void sendsRoutinesWithBodiesAsOneText() {
        String sql = "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT a[1:n]; END";
        assertThat(PsqlText.of(statement(sql))).isEqualTo("SELECT $retort$" + sql + "$retort$\n\\gexec\n");
        assertThat(PsqlText.of(statement("CREATE FUNCTION begin() RETURNS int LANGUAGE sql AS 'SELECT 1'")))
                .endsWith("\\gexec\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET standard_conforming_strings = off",
                "SET LOCAL client_encoding TO 'LATIN1'",
                "SET NAMES 'LATIN1'",
                "RESET client_encoding",
                "SELECT set_config('client_encoding', 'LATIN1', false)",
                "DO $$ BEGIN PERFORM set_config('standard_conforming_strings', 'off', false); END $$"
            })
    void tellsWhatWouldChangeTheReadingOfTheRest(String sql) {
        assertThat(PsqlText.changedSetting(statement(sql))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET client_encoding = 'UTF8'",
                "SET standard_conforming_strings = on",
                "SET NAMES 'UTF8'",
                "SET search_path = 'on'",
                "SELECT set_config('search_path', '', false)",
                "ALTER DATABASE d SET client_encoding = 'LATIN1'",
                "SHOW client_encoding",
                "COMMENT ON TABLE t IS 'client_encoding'"
            })
    void acceptsWhatDumpsBeginWith(String sql) {
        assertThat(PsqlText.changedSetting(statement(sql))).isNull();
    }
}
