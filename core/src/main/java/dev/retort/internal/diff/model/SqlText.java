/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.name.QualifiedName;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds and replaces names in expressions as PostgreSQL prints them.
 *
 * <p>The found names decide the order and what is created again, never notes about data: a false match costs a
 * statement, not a value.
 */
public final class SqlText {

    private static final String LITERAL = "[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'(?:[^']|'')*+'|(?<tag>\\$\\w*\\$).*?\\k<tag>";
    private static final String QUOTED = "\"(?:[^\"]|\"\")*+\"";
    private static final String PLAIN = "[\\p{L}_][\\p{L}\\p{N}_$]*+";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<literal>" + LITERAL + ")|(?<dot>\\.)?(?<name>" + QUOTED + "|" + PLAIN + ")(?<call>\\s*\\()?",
            Pattern.DOTALL);

    private static final Pattern NAME =
            Pattern.compile("(?:(" + QUOTED + "|" + PLAIN + ")\\.)?(" + QUOTED + "|" + PLAIN + ")");

    private SqlText() {}

    /** {@return the names and keywords of an expression, unquoted} */
    public static Set<String> words(@Nullable String sql) {
        Set<String> words = new HashSet<>();
        if (sql != null) {
            Matcher matcher = TOKEN.matcher(sql);
            while (matcher.find()) {
                String name = matcher.group("name");
                if (name != null) {
                    words.add(unquoted(name));
                }
            }
        }
        return words;
    }

    /**
     * {@return the names of an expression that may be columns, and keywords: neither what is called nor what is cast
     * to}
     */
    static Set<String> possibleColumns(@Nullable String sql) {
        Set<String> words = new HashSet<>();
        if (sql != null) {
            Matcher matcher = TOKEN.matcher(sql);
            while (matcher.find()) {
                String name = matcher.group("name");
                boolean type = sql.startsWith("::", Math.max(0, matcher.start() - 2)) && matcher.start() >= 2;
                if (name != null && matcher.group("call") == null && !type) {
                    words.add(unquoted(name));
                }
            }
        }
        return words;
    }

    /** {@return the names and keywords of a routine's definition, those of its body too} */
    public static Set<String> wordsOfBody(String definition) {
        Set<String> words = words(definition);
        Matcher matcher = TOKEN.matcher(definition);
        while (matcher.find()) {
            String literal = matcher.group("literal");
            if (literal != null && literal.length() > 2) {
                words.addAll(words(literal.replaceAll("^(\\$\\w*\\$|[eE]?')", "")));
            }
        }
        return words;
    }

    /** {@return whether an expression has a name in it} */
    public static boolean mentions(@Nullable String sql, String name) {
        return sql != null
                && sql.contains(name.replace("\"", "\"\""))
                && words(sql).contains(name);
    }

    /** {@return the expression with a column called otherwise} */
    public static String renameColumn(String sql, String from, String to) {
        if (!sql.contains(from.replace("\"", "\"\""))) {
            return sql;
        }
        Matcher matcher = TOKEN.matcher(sql);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group("name");
            boolean same = name != null
                    && matcher.group("call") == null
                    && unquoted(name).equals(from);
            String dot = matcher.group("dot") == null ? "" : ".";
            matcher.appendReplacement(
                    result, Matcher.quoteReplacement(same ? dot + Identifiers.quote(to) : matcher.group()));
        }
        return matcher.appendTail(result).toString();
    }

    /** {@return the expression with a table, a type or a sequence called otherwise} */
    public static String renameObject(String sql, QualifiedName from, QualifiedName to) {
        String old = quoted(from);
        if (!sql.contains(old)) {
            return sql;
        }
        Pattern whole = Pattern.compile("(?<![\\w$\".])" + Pattern.quote(old) + "(?![\\w$\"(])");
        return whole.matcher(sql).replaceAll(Matcher.quoteReplacement(quoted(to)));
    }

    /** {@return the expression with values of an enum type called otherwise} */
    public static String renameLabels(String sql, QualifiedName type, Map<String, String> labels) {
        String result = sql;
        String cast = "::" + quoted(type);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            result = result.replace(
                    Identifiers.literal(label.getKey()) + cast, Identifiers.literal(label.getValue()) + cast);
        }
        return result;
    }

    /** {@return a name as PostgreSQL prints it, read; {@code null} for something else} */
    public static @Nullable QualifiedName qualified(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        String schema = matcher.group(1);
        return new QualifiedName(schema == null ? null : unquoted(schema), unquoted(matcher.group(2)));
    }

    /** {@return a name as SQL} */
    public static String quoted(QualifiedName name) {
        return Identifiers.quote(name.schema(), name.name());
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
