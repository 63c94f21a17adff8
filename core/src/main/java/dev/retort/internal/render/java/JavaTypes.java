/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.java;

import dev.retort.internal.render.java.JavaNode.Call;
import dev.retort.internal.render.java.JavaNode.Word;
import dev.retort.schema.part.DataType;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes types in the words of a revision's DSL.
 *
 * @param expressions writes texts, and keeps the imports
 */
record JavaTypes(JavaExpressions expressions) {

    private static final String WORDS = "dev.retort.migration.Types.";

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("boolean", "bool"),
            Map.entry("smallint", "smallint"),
            Map.entry("integer", "integer"),
            Map.entry("bigint", "bigint"),
            Map.entry("numeric", "numeric"),
            Map.entry("real", "real"),
            Map.entry("double precision", "doublePrecision"),
            Map.entry("text", "text"),
            Map.entry("uuid", "uuid"),
            Map.entry("date", "date"),
            Map.entry("time without time zone", "time"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("interval", "interval"),
            Map.entry("bytea", "bytea"),
            Map.entry("jsonb", "jsonb"),
            Map.entry("json", "json"),
            Map.entry("inet", "inet"));

    private static final Pattern SIZE =
            Pattern.compile("(character varying|character)\\((\\d{1,9})\\)" + "|numeric\\((\\d{1,4}),(\\d{1,4})\\)");

    /** {@return a type: by its method, or as SQL} */
    JavaNode of(DataType type) {
        String plain = PLAIN.get(type.sql());
        if (plain != null) {
            return call(plain);
        }
        Matcher size = SIZE.matcher(type.sql());
        if (!size.matches()) {
            return new Call(expressions.staticWord(WORDS + "type"), List.of(expressions.of(type.sql())));
        }
        if (size.group(3) != null) {
            return call("numeric", size.group(3), size.group(4));
        }
        return call(size.group(1).equals("character") ? "character" : "varchar", size.group(2));
    }

    private Call call(String word, String... numbers) {
        List<JavaNode> arguments = Stream.of(numbers).<JavaNode>map(Word::new).toList();
        return new Call(expressions.staticWord(WORDS + word), arguments);
    }
}
