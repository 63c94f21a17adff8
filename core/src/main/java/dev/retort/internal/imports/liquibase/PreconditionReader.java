/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import dev.retort.internal.imports.liquibase.Reflected.LiquibaseFailure;
import dev.retort.internal.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads preconditions: in words, and as an expression where PostgreSQL's catalog answers the same. */
final class PreconditionReader {

    private static final String RELATION = """
        EXISTS (SELECT FROM pg_catalog.pg_class AS c WHERE c.relnamespace OPERATOR(pg_catalog.=) %s
                AND pg_catalog.lower(c.relname::pg_catalog.text) OPERATOR(pg_catalog.=) pg_catalog.lower(%s)
                AND c.relkind OPERATOR(pg_catalog.=) ANY ('{%s}'))""";

    private static final String COLUMN = """
        EXISTS (SELECT FROM pg_catalog.pg_class AS c
                JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) c.oid
            WHERE c.relnamespace OPERATOR(pg_catalog.=) %s
                AND pg_catalog.lower(c.relname::pg_catalog.text) OPERATOR(pg_catalog.=) pg_catalog.lower(%s)
                AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,v,m,f}')
                AND pg_catalog.lower(a.attname::pg_catalog.text) OPERATOR(pg_catalog.=) pg_catalog.lower(%s)
                AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped)""";

    private final Settled settled;

    /**
     * Creates a reader.
     *
     * @param settled answers what no database is needed for
     */
    PreconditionReader(Settled settled) {
        this.settled = settled;
    }

    /** Knows preconditions that have the same answer in every new database. */
    @FunctionalInterface
    interface Settled {
        /** {@return whether one holds; {@code null} if that is not known} */
        @Nullable
        Boolean holds(String name, Object precondition) throws LiquibaseFailure;
    }

    @Nullable
    Precondition read(Object container) throws LiquibaseFailure {
        List<Object> all = Reflected.list(container, "getNestedPreconditions");
        return all.isEmpty()
                ? null
                : new Precondition(
                        joined(all, " and "), conjunction(all, " AND "), Reflected.text(container, "getOnFail"));
    }

    private static String joined(List<Object> all, String word) throws LiquibaseFailure {
        List<String> words = new ArrayList<>();
        for (Object one : all) {
            words.add(words(one));
        }
        return String.join(word, words);
    }

    /** {@return a precondition in words} */
    static String words(Object one) throws LiquibaseFailure {
        String name = name(one);
        List<Object> nested = isLogic(name) ? Reflected.list(one, "getNestedPreconditions") : List.of();
        return switch (name) {
            case "not" -> "not " + joined(nested, " or ");
            case "or" -> "(" + joined(nested, " or ") + ")";
            case "preConditions" -> joined(nested, " and ");
            case "and" -> "(" + joined(nested, " and ") + ")";
            default -> name + argument(one, name);
        };
    }

    private static String name(Object one) throws LiquibaseFailure {
        return Reflected.text(one, "getName");
    }

    private static boolean isLogic(String name) {
        return name.equals("not") || name.equals("or") || name.equals("and") || name.equals("preConditions");
    }

    private static String argument(Object one, String name) throws LiquibaseFailure {
        String getter = switch (name) {
            case "tableExists" -> "getTableName";
            case "viewExists" -> "getViewName";
            case "columnExists" -> "getColumnName";
            case "sequenceExists" -> "getSequenceName";
            case "indexExists" -> "getIndexName";
            case "sqlCheck" -> "getSql";
            case "dbms" -> "getType";
            case "changeSetExecuted" -> "getId";
            case "changeLogPropertyDefined" -> "getProperty";
            default -> "";
        };
        String table = name.equals("columnExists") ? Reflected.text(one, "getTableName") + "." : "";
        return getter.isEmpty() ? "" : " " + table + Reflected.text(one, getter).strip();
    }

    /** What is settled decides, or is left out; then one that cannot be converted next to it does not matter. */
    private @Nullable String conjunction(List<Object> all, String operator) throws LiquibaseFailure {
        String decides = operator.equals(" AND ") ? Precondition.NEVER : Precondition.ALWAYS;
        String neutral = operator.equals(" AND ") ? Precondition.ALWAYS : Precondition.NEVER;
        List<@Nullable String> conditions = new ArrayList<>();
        for (Object one : all) {
            String condition = condition(one);
            if (decides.equals(condition)) {
                return decides;
            }
            if (!neutral.equals(condition)) {
                conditions.add(condition);
            }
        }
        if (conditions.isEmpty()) {
            return neutral;
        }
        return conditions.contains(null)
                ? null
                : conditions.stream().map(String::valueOf).collect(Collectors.joining(operator, "(", ")"));
    }

    private static String negated(String condition) {
        return switch (condition) {
            case Precondition.ALWAYS -> Precondition.NEVER;
            case Precondition.NEVER -> Precondition.ALWAYS;
            default -> "(NOT " + condition + ")";
        };
    }

    private @Nullable String condition(Object one) throws LiquibaseFailure {
        String name = name(one);
        List<Object> nested = isLogic(name) ? Reflected.list(one, "getNestedPreconditions") : List.of();
        return switch (name) {
            case "and", "preConditions" -> conjunction(nested, " AND ");
            case "or" -> conjunction(nested, " OR ");
            case "not" -> {
                String inner = conjunction(nested, " OR ");
                yield inner == null ? null : negated(inner);
            }
            case "tableExists" -> relation(one, "getTableName", "r,p");
            case "viewExists" -> relation(one, "getViewName", "v");
            case "sequenceExists" -> relation(one, "getSequenceName", "S");
            case "indexExists" -> relation(one, "getIndexName", "i,I");
            case "columnExists" -> column(one);
            case "sqlCheck" -> sqlCheck(one);
            default -> {
                Boolean holds = settled.holds(name, one);
                yield holds == null ? null : holds ? Precondition.ALWAYS : Precondition.NEVER;
            }
        };
    }

    private static @Nullable String relation(Object one, String getter, String kinds) throws LiquibaseFailure {
        String name = Reflected.text(one, getter);
        return name.isEmpty() ? null : RELATION.formatted(schema(one), Identifiers.literal(name), kinds);
    }

    private static String column(Object one) throws LiquibaseFailure {
        return COLUMN.formatted(
                schema(one),
                Identifiers.literal(Reflected.text(one, "getTableName")),
                Identifiers.literal(Reflected.text(one, "getColumnName")));
    }

    private static String schema(Object one) throws LiquibaseFailure {
        String schema = Reflected.text(one, "getSchemaName");
        String named = schema.isEmpty() ? "pg_catalog.current_schema()" : Identifiers.literal(schema);
        return "pg_catalog.to_regnamespace(pg_catalog.quote_ident(" + named + "::pg_catalog.text))";
    }

    private static @Nullable String sqlCheck(Object one) throws LiquibaseFailure {
        String sql = Reflected.text(one, "getSql").strip().replaceAll(";+\\s*$", "");
        return sql.isEmpty()
                ? null
                : "(" + sql + "\n)::pg_catalog.text OPERATOR(pg_catalog.=) "
                        + Identifiers.literal(Reflected.text(one, "getExpectedResult"));
    }
}
