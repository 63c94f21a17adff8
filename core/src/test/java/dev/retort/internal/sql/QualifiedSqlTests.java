/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.sql.SqlConstants.Constant;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All SQL of Retort names what it uses with its schema: what is looked up through the search_path may be another role's.
 * Every string of the sources that looks like SQL is checked, but those listed here.
 */
class QualifiedSqlTests {

    /**
     * What is not checked.
     *
     * @param file a part of the file's name
     * @param text a part of the string; empty for all strings of the file
     * @param reason why
     */
    private record Exempt(String file, String text, String reason) {

        boolean holds(Constant constant) {
            return constant.isIn(file) && constant.sql().contains(text);
        }
    }

    private static final String MESSAGE = "a message for people";

    private static final List<Exempt> EXEMPT = List.of(
            new Exempt(
                    "core/src/main/resources/dev/retort/internal/catalog/query/",
                    "",
                    "CatalogSession sets the search_path pg_catalog, pg_temp for its transaction, which reads only"),
            new Exempt("jdbc/support/UnsupportedDatabaseException", "The server is a standby", MESSAGE),
            new Exempt("jdbc/SessionScript", "$1$1 = $1;", "follows SET"),
            new Exempt("jdbc/PreparedSession", "The session began with", MESSAGE),
            new Exempt("imports/liquibase/ChangeSetSql", "TABLE_SCHEMA = ", "is replaced in what Liquibase renders"),
            new Exempt("lint/rule/RowStatement", "=", "is looked for in a statement of a revision"),
            new Exempt("sql/AssignedColumns", "=", "is looked for in a statement of a revision"),
            new Exempt("jdbc/StraySession", "end it with SELECT pg_terminate_backend", MESSAGE),
            new Exempt("run/LockLostException", "for example with pg_advisory_unlock_all()", MESSAGE),
            new Exempt("execute/java/LiveCall", "cast it in the SQL", MESSAGE),
            new Exempt("step/BatchKey", ">", "goes into OPERATOR(), with the schema of the type's operators"),
            new Exempt("step/BatchKey", "<=", "goes into OPERATOR(), with the schema of the type's operators"),
            new Exempt("execute/step/ConcurrentIndexes", " USING ", "is looked for in what the server renders"),
            new Exempt("script/author/NewJavaRevision", " = ", "is Java"),
            new Exempt("diff/Tolerance", "DELETE or ON UPDATE action", MESSAGE),
            new Exempt("lint/measure/ColumnFacts", "nextval(", "is looked for in what the server renders"),
            new Exempt("lint/rule/ColumnRules", "Fill the rows that exist in batches", "a comment that people read"),
            new Exempt(
                    "lint/rule/RowSecurityRules",
                    "CREATE POLICY all_rows",
                    "a proposal for the script, which people read"),
            new Exempt("jdbc/statement/DatabaseException", "since PostgreSQL 15 only", MESSAGE),
            new Exempt("cli/lint/MarkdownReport", "", "is Markdown"),
            new Exempt("cli/output/MermaidGraph", "", "is Mermaid"));

    /** In these packages are DDL and expressions that users read and may change; only queries and blocks are Retort's own. */
    private static final List<String> OF_USERS = List.of("dev/retort/internal/render/", "dev/retort/internal/diff/");

    private static final Pattern OWN = Pattern.compile("^\\s*(SELECT|DO) ");

    @ParameterizedTest
    @ValueSource(strings = {"annotations", "core", "hibernate", "cli", "autoconfigure", "testing", "maven-plugin"})
    void allSqlIsQualified(String module) {
        List<Constant> constants = SqlConstants.of(Path.of("..", module));
        Set<String> queries = constants.stream()
                .flatMap(constant -> QualifiedNames.queries(constant.sql()).stream())
                .collect(Collectors.toSet());
        List<String> problems = constants.stream()
                .filter(QualifiedSqlTests::isChecked)
                .flatMap(constant -> QualifiedNames.problems(constant.sql(), queries).stream()
                        .map(problem -> constant + ": " + problem))
                .toList();

        assertThat(problems).isEmpty();
    }

    private static List<String> problems(String sql) {
        return QualifiedNames.problems(sql, Set.of());
    }

    private static boolean isChecked(Constant constant) {
        boolean ofUsers = OF_USERS.stream().anyMatch(constant::isIn);
        return EXEMPT.stream().noneMatch(exempt -> exempt.holds(constant))
                && (!ofUsers || OWN.matcher(constant.sql()).find());
    }

    @Test
    void everyExceptionIsNeeded() {
        List<Constant> constants = Stream.of("core", "cli")
                .flatMap(module -> SqlConstants.of(Path.of("..", module)).stream())
                .toList();

        assertThat(EXEMPT)
                .allSatisfy(exempt -> assertThat(constants)
                        .anyMatch(constant -> exempt.holds(constant)
                                && !problems(constant.sql()).isEmpty()));
    }

    /** Fewer would tell that the sources are no longer found, or that SQL is no longer taken for it. */
    @Test
    void findsTheStatements() {
        List<Constant> constants = SqlConstants.of(Path.of("..", "core"));

        assertThat(constants.stream().filter(constant -> constant.sql().contains("OPERATOR(")))
                .hasSizeGreaterThan(40);
        assertThat(SqlConstants.of(Path.of("..", "testing"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM pg_catalog.pg_class WHERE relname = ?",
                "SELECT a OPERATOR(public.=) b",
                "WHERE a OPERATOR(pg_catalog.=) 1 + 2",
                "SELECT count(*) * 2",
                " AND operation = $1",
                "SELECT 'a' || b",
                "WHERE a IN ('b')",
                "WHERE a OPERATOR(pg_catalog.=) 1 AND b = ANY (?)",
                "CASE a WHEN 'b' THEN 1 END",
                "nullif(a, '')",
                "WHERE a LIKE 'b%'",
                "WHERE a NOT BETWEEN 1 AND 2",
                "WHERE a IS DISTINCT FROM b",
                "JOIN pg_catalog.pg_class USING (oid)",
                "FROM public.a NATURAL JOIN public.b",
                "SELECT version()",
                "SELECT public.version()",
                "SELECT coalesce(max(a), 0)",
                "SELECT a::text",
                "SELECT a::\"char\"",
                "SELECT CAST(a AS text)",
                "SELECT text 'a'",
                "SELECT a COLLATE \"C\"",
                "SELECT 'pg_class'::pg_catalog.regclass",
                "SELECT 1 FROM pg_class",
                "SELECT 1 FROM pg_catalog.pg_class AS c JOIN pg_namespace AS n ON true",
                "INSERT INTO item VALUES (1)",
                "CREATE TABLE {a} (id int, b text NOT NULL)",
                "CREATE TABLE public.a (id int DEFAULT nextval('a'))",
                "DO $x$ BEGIN PERFORM set_config('a', 'b', false); END $x$",
                "DO $x$ DECLARE a text; BEGIN a := 1; END $x$",
                "DECLARE a int; r record; BEGIN",
            })
    void tells(String sql) {
        assertThat(problems(sql)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a.*, pg_catalog.count(*) FROM $1 AS a WHERE b OPERATOR(pg_catalog.=) ANY ('{c,d}') AND NOT e",
                "WITH a AS (SELECT 1) SELECT -1, * FROM a LEFT JOIN LATERAL pg_catalog.unnest(?) AS b ON true",
                "INSERT INTO $1 (a, b) VALUES (?, ?) ON CONFLICT (a) DO UPDATE SET b = excluded.b, c = 1",
                "CASE WHEN a IS NOT NULL THEN coalesce(b, 'c') ELSE 'd' END",
                "SELECT a::integer, b::pg_catalog.text[], 'pg_catalog.pg_class'::pg_catalog.regclass, interval '1"
                        + " second'",
                "EXTRACT(epoch FROM pg_catalog.now()) OPERATOR(pg_catalog.*) 1000",
                "SELECT a COLLATE pg_catalog.\"C\" FROM ROWS FROM (pg_catalog.unnest(?), pg_catalog.unnest(?)) AS s"
                        + " (a, b)",
                "DECLARE a constant pg_catalog.text := ''; BEGIN a := 'b'; RAISE EXCEPTION USING MESSAGE = a, HINT ="
                        + " 'c'; END",
                "FOR s IN SELECT 1 LOOP PERFORM pg_catalog.pg_sleep(1); END LOOP",
                "CREATE TEMPORARY TABLE a (LIKE $1 INCLUDING GENERATED) ON COMMIT DROP",
                "CREATE TABLE $1 (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text pg_catalog.text CHECK (a),"
                        + " b int)",
                "SET lock_timeout = 0",
                "SELECT CAST((a) AS pg_catalog.text) AS text",
                "LOCK TABLE $1 IN ACCESS SHARE MODE",
                "REVOKE ALL ON $1, $1 FROM PUBLIC",
            })
    void takes(String sql) {
        assertThat(problems(sql)).isEmpty();
    }
}
