/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Java revisions can give their statements. */
class JavaRevisionParameterTests extends JavaRevisionTestCase {

    private String answer(String sql, @Nullable Object parameter) {
        List<String> answers = new ArrayList<>();
        retort(
                        op -> answers.addAll(
                                op.sql(sql).param(parameter).query(row -> String.valueOf(row.getString("answer")))),
                        op -> {})
                .upgrade(to("head"));
        return answers.get(0);
    }

    static List<Arguments> lists() {
        return List.of(
                Arguments.of(List.of("it's", "a, \"b\""), "text[]", "{it's,\"a, \\\"b\\\"\"}"),
                Arguments.of(List.of(true, false), "boolean[]", "{t,f}"),
                Arguments.of(List.of((short) 1, 2), "integer[]", "{1,2}"),
                Arguments.of(List.of(1L << 40), "bigint[]", "{1099511627776}"),
                Arguments.of(List.of(BigInteger.TEN, new BigDecimal("1.50")), "numeric[]", "{10,1.50}"),
                Arguments.of(List.of(0.1, Double.NaN, 1e300), "double precision[]", "{0.1,NaN,1e+300}"),
                Arguments.of(List.of(1.5f), "real[]", "{1.5}"),
                Arguments.of(List.of(new UUID(0, 7)), "uuid[]", "{00000000-0000-0000-0000-000000000007}"),
                Arguments.of(List.of(new byte[] {1, 2}), "bytea[]", "{\"\\\\x0102\"}"),
                Arguments.of(List.of(LocalDate.of(2026, 11, 24)), "date[]", "{2026-11-24}"),
                Arguments.of(List.of(LocalTime.of(8, 5)), "time without time zone[]", "{08:05:00}"),
                Arguments.of(
                        List.of(LocalDateTime.of(2026, 11, 24, 8, 5)),
                        "timestamp without time zone[]",
                        "{\"2026-11-24 08:05:00\"}"),
                Arguments.of(
                        List.of(Instant.EPOCH, OffsetDateTime.parse("1970-01-01T02:00+01:00")),
                        "timestamp with time zone[]",
                        "{\"1970-01-01 00:00:00+00\",\"1970-01-01 01:00:00+00\"}"),
                Arguments.of(Arrays.asList(null, 2L), "bigint[]", "{NULL,2}"),
                Arguments.of(new int[] {1, 2}, "integer[]", "{1,2}"),
                Arguments.of(new String[] {"a", null}, "text[]", "{a,NULL}"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void becomeArraysOfTheTypeOfTheirElements(Object list, String type, String text) {
        assertThat(answer("SELECT pg_typeof(p) || ' ' || p::text AS answer FROM (SELECT ?) AS q (p)", list))
                .isEqualTo(type + " " + text);
    }

    static List<List<?>> untyped() {
        return List.of(List.of(), Arrays.asList(null, null));
    }

    @ParameterizedTest
    @MethodSource("untyped")
    void becomeArraysOfWhatTheStatementNeedsWhereTheElementsTellNoType(List<?> list) {
        assertThat(answer("SELECT count(*) AS answer FROM generate_series(1, 3) AS i WHERE i = ANY (?)", list))
                .isEqualTo("0");
    }

    static List<Arguments> scalars() {
        return List.of(
                Arguments.of(Instant.EPOCH, "timestamp with time zone", "1970-01-01 00:00:00+00"),
                Arguments.of(new byte[] {1}, "bytea", "\\x01"),
                Arguments.of(2, "integer", "2"),
                Arguments.of('c', "character varying", "c"));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void stayWhatTheyAreWhenTheyAreNoLists(Object value, String type, String text) {
        assertThat(answer("SELECT pg_typeof(p) || ' ' || p::text AS answer FROM (SELECT ?) AS q (p)", value))
                .isEqualTo(type + " " + text);
    }

    static List<Arguments> refused() {
        return List.of(
                Arguments.of(List.of(1, 2L), "one type, not of Integer and Long"),
                Arguments.of(Arrays.<@Nullable Object>asList("a", null, 1), "one type, not of Integer and String"),
                Arguments.of(List.of(List.of(1)), "cannot hold elements of"),
                Arguments.of(Map.of(), "is not a valid parameter"),
                Arguments.of(Thread.State.NEW, "java.lang.Thread$State is not a valid parameter"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void areRefusedWhenTheyMakeNoParameter(Object value, String why) {
        assertThatThrownBy(() -> answer("SELECT ? AS answer", value))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Parameter 1 at Sample.java:")
                .hasMessageContaining(why);
        assertThat(history()).containsExactly("upgrade|j|failed");
    }
}
