/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ServerVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spells expressions so that PostgreSQL prints them as they were.
 *
 * <p>{@code c IN ('x', 'y')} over a {@code varchar} is printed as {@code (c)::text = ANY ((ARRAY['x'::character varying,
 * 'y'::character varying])::text[])}. Read again, the cast goes to each element and another text is printed, for ever: a
 * comparison of the texts would never end. Without the cast around the array the first text comes out again. What went
 * through {@code pg_dump} has the second text; it means the same.
 */
public final class RoundTrip {

    private static final String LITERAL = "'(?:[^']|'')*+'::character varying";
    private static final String CAST_LITERAL = "\\(" + LITERAL + "\\)::text";
    private static final Pattern CAST_ARRAY =
            Pattern.compile("\\(\\(ARRAY\\[(" + LITERAL + "(?:, " + LITERAL + ")*+)]\\)::text\\[]\\)");
    private static final Pattern ARRAY_OF_CASTS =
            Pattern.compile("\\(ARRAY\\[(" + CAST_LITERAL + "(?:, " + CAST_LITERAL + ")*+)]\\)");
    private static final Pattern ELEMENT = Pattern.compile("\\((" + LITERAL + ")\\)::text");

    private RoundTrip() {}

    /** {@return the schema with expressions that come out of PostgreSQL as they went in} */
    public static DatabaseSchema stable(DatabaseSchema schema, ServerVersion version) {
        return map(schema, version, RoundTrip::stable);
    }

    /** {@return the first schema with the spelling of the second wherever only the spelling differs} */
    public static DatabaseSchema alike(DatabaseSchema schema, DatabaseSchema other, ServerVersion version) {
        Map<String, String> spellings = new HashMap<>();
        map(other, version, sql -> {
            if (sql.contains("ARRAY[")) {
                spellings.put(canonical(sql), sql);
            }
            return sql;
        });
        return spellings.isEmpty() ? schema : map(schema, version, sql -> spellings.getOrDefault(canonical(sql), sql));
    }

    private static DatabaseSchema map(DatabaseSchema schema, ServerVersion version, UnaryOperator<String> spelling) {
        return new SchemaMapper(new NewNames(version, spelling)).map(schema);
    }

    public static String stable(String sql) {
        return sql.contains("(ARRAY[") ? CAST_ARRAY.matcher(sql).replaceAll("(ARRAY[$1])") : sql;
    }

    /** {@return one spelling for all that mean the same} */
    public static String canonical(String sql) {
        if (!sql.contains("ARRAY[")) {
            return sql;
        }
        Matcher arrays = ARRAY_OF_CASTS.matcher(stable(sql));
        StringBuilder result = new StringBuilder();
        while (arrays.find()) {
            String elements = ELEMENT.matcher(arrays.group(1)).replaceAll("$1");
            arrays.appendReplacement(result, Matcher.quoteReplacement("(ARRAY[" + elements + "])"));
        }
        return arrays.appendTail(result).toString();
    }
}
