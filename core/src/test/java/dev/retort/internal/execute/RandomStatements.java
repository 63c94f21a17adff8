/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statements that every server takes, and that a client could misread: colons in every place, and everything that decides
 * whether a lexer is inside of a literal. Each writes its number and a text into the table {@code result}.
 */
final class RandomStatements {

    /** Makes what the statements read and write. */
    static final String TABLES = """
        CREATE TABLE result (number int, value text);
        CREATE TABLE input (arr int[], n int, x int, port int, host int, dbname int, on_error_stop int, é int, "HOST" int,
            "x y" int, ":n" int, doc jsonb);
        INSERT INTO input VALUES ('{1,2,3,4,5}', 2, 3, 4, 1, 2, 3, 2, 3, 1, 2, '{"n": {"x": [1, 2]}, "a:b": 7}');
        """;

    private static final List<String> BOUNDS = List.of(
            "1",
            "2",
            "n",
            "x",
            "PORT",
            "HOST",
            "DBNAME",
            "ON_ERROR_STOP",
            "é",
            "\"HOST\"",
            "\"x\"",
            "\":n\"",
            "(n)",
            "1::int",
            "n::int::bigint::int",
            "+n",
            "-1+x",
            "'2'",
            "E'\\x32'",
            "U&'\\0032'",
            "$$2$$",
            "$x$2$x$",
            "CASE WHEN true THEN n END",
            "length(':x')",
            "length($$:'n'$$)",
            "n/*:x*/",
            "@1 + @ -1",
            "10%8");

    private static final List<String> TEXTS = List.of(
            "':n'",
            "'it''s :x'",
            "'\\'",
            "'\\:n'",
            "'a\\'",
            "E'\\':n\\\\'",
            "E'a\\\\'\n':n'",
            "'one'\n  ':x'",
            "$$:n ' \" \\ -- /*$$",
            "$a$ $$ :'x' $b$ $a$",
            "U&':x \\0061'",
            "U&'!0061:n' UESCAPE '!'",
            "B'01'",
            "X'1F'",
            "':\"HOST\"'",
            "$$:{?n}$$",
            "'; \\q'",
            "':n' /* ' :x \\ /* :n */ \" */",
            "':x' -- ' :n \\ $$\n",
            "'é:é'");

    private static final List<String> OPERATIONS = List.of(
            "doc->'n'->>'x'",
            "doc#>'{n,x}'",
            "doc#>>'{n,x,1}'",
            "doc->>'a:b'",
            "doc?'n'",
            "doc?|ARRAY['x','n']",
            "doc@>'{\"a:b\":7}'::jsonb",
            "doc@?'$.n ? (@.x[0] == 1)'",
            "doc@@'$.n.x[0] == 1'",
            "doc::text::varchar(9)::char(3)",
            "n::text~':n'",
            "':n'!~*'x$'",
            "n<@'[1,3]'::int4range",
            "@ -n",
            "|/n::float8",
            "n<>x",
            "n#x",
            "n&x|1",
            "n<<x>>1",
            "'a:b'::text||':'||n::text",
            "make_interval(days:=n)",
            "make_interval(days := n::int, hours=>x)",
            "make_date(year:=2000,month:=n::int,day:=\"HOST\"::int)",
            "ARRAY[n::int,x]::int[]::text",
            "'2026-01-01 10:20:30'::timestamp::date",
            "time'10:20:30'",
            "interval'1:20:30'",
            "\":n\"::text",
            "(SELECT max(\":n\"):: text FROM input)",
            "CAST(n AS text)");

    private final Random random;
    private final int serverVersion;

    RandomStatements(long seed, int serverVersion) {
        this.random = new Random(seed);
        this.serverVersion = serverVersion;
    }

    /** {@return statements, each with what ends it, without data} */
    String list(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(this::statement).collect(Collectors.joining());
    }

    private String statement(int number) {
        return switch (random.nextInt(serverVersion >= 14 ? 9 : 7)) {
            case 0 -> insideOfDo(number);
            case 1 -> view(number);
            case 2 -> function(number);
            case 3 -> names(number);
            case 7 -> body(number, "f_" + number);
            case 8 -> body(number, "begin");
            default -> insert(number, expression());
        };
    }

    private String insert(int number, String expression) {
        return "INSERT INTO result SELECT " + number + "," + gap() + "(" + expression + ")::text" + gap() + "FROM input"
                + gap() + ";" + after();
    }

    private String insideOfDo(int number) {
        return "DO $body$ BEGIN INSERT INTO result SELECT " + number + ", (" + expression()
                + ")::text FROM input; END $body$;" + after();
    }

    private String view(int number) {
        String view = "\"v:x " + number + "\"";
        return "CREATE VIEW " + view + " AS SELECT (" + expression() + ")::text AS \":x\" FROM input;\n"
                + "INSERT INTO result SELECT " + number + ", v.\":x\" FROM " + view + " v;" + after();
    }

    private String function(int number) {
        return "CREATE FUNCTION g_" + number + "(n int) RETURNS text LANGUAGE sql AS $f$ SELECT (ARRAY[1,2,3])[1:"
                + "n]::text || ':n' $f$;\n" + insert(number, "g_" + number + "(n:=x::int)");
    }

    /** The body of a routine holds semicolons, and words by which clients look for its end. */
    private String body(int number, String name) {
        return "CREATE OR REPLACE FUNCTION " + name + "(n int) RETURNS text\nBEGIN ATOMIC\n    SELECT 1 AS end;\n"
                + "    SELECT CASE WHEN n > 0 THEN (ARRAY[1,2,3])[1:n]::text END || " + number + ";\nEND;\n"
                + insert(number, name + "(n:=x)");
    }

    private String names(int number) {
        return "CREATE TABLE \":n " + number + "\" (\":x\" int DEFAULT (ARRAY[1,2])[1], \"'\" text DEFAULT "
                + any(TEXTS)
                + ");\nINSERT INTO \":n " + number + "\" DEFAULT VALUES;\nINSERT INTO result SELECT " + number
                + ", t::text FROM \":n " + number + "\" AS t;" + after();
    }

    private String expression() {
        return switch (random.nextInt(4)) {
            case 0 -> any(TEXTS);
            case 1 -> any(OPERATIONS);
            default -> slice();
        };
    }

    private String slice() {
        String bounds = switch (random.nextInt(6)) {
            case 0 -> bound() + tight() + ":" + tight();
            case 1 -> tight() + ":" + tight() + bound();
            case 2 -> tight() + ":" + tight();
            default -> bound() + tight() + ":" + tight() + bound();
        };
        String from = random.nextBoolean() ? "arr" : "(ARRAY[[1,2,3],[4,5,6]])";
        return from + "[" + bounds + "]" + (from.equals("arr") ? "" : "[1:" + bound() + "]");
    }

    private String bound() {
        return any(BOUNDS);
    }

    private String gap() {
        return any(List.of(" ", "\n", " /* :x ' */ ", " -- :n \" \\\n", "\t"));
    }

    private String tight() {
        return random.nextInt(3) > 0 ? "" : gap();
    }

    private String after() {
        return any(List.of("\n", "\n\n", " -- :n '\n", "\n/* \\ :x */\n"));
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
