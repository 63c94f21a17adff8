/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.internal.sql.Identifiers;
import dev.retort.internal.sql.SqlItem;
import dev.retort.internal.sql.SqlScanner;
import dev.retort.internal.sql.SqlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An {@code UPDATE}, {@code DELETE} or {@code MERGE}, wherever it is in a statement: in a CTE, or in the body of a {@code DO}.
 *
 * @param table the name of its table as it is written, without schema
 * @param condition the tokens behind its {@code WHERE}, of a {@code MERGE} behind its {@code ON}; empty without one
 * @param joins whether it is an {@code UPDATE ... FROM} a table whose condition only joins the two
 */
record RowStatement(String table, List<String> condition, boolean joins) {

    private static final Pattern BODY = Pattern.compile("(?s)\\$(\\w*)\\$(.*)\\$\\1\\$");
    private static final Set<List<String>> ALWAYS =
            Set.of(List.of(), List.of("true"), List.of("1", "=", "1"), List.of("(", "true", ")"));
    private static final Set<String> ENDS = Set.of(";", "returning", "when");

    /** {@return those of the tokens of a statement} */
    static List<RowStatement> in(List<String> words) {
        List<RowStatement> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int name = nameAfter(words, i);
            if (name > 0 && name < words.size()) {
                boolean qualified =
                        name + 2 < words.size() && words.get(name + 1).equals(".");
                int table = qualified ? name + 2 : name;
                String begin = words.get(i).equals("merge") ? "on" : "where";
                List<String> condition = condition(words, table + 1, begin);
                boolean joins = words.get(i).equals("update") && isJoin(condition) && fromTable(words, table + 1);
                found.add(new RowStatement(words.get(table), condition, joins));
            }
        }
        return found;
    }

    /** {@return whether a condition compares columns of tables only: {@code a.id = b.a_id AND ...}} */
    private static boolean isJoin(List<String> condition) {
        for (int i = 0; i < condition.size(); i += 8) {
            boolean compares = i + 7 <= condition.size()
                    && condition.get(i + 1).equals(".")
                    && condition.get(i + 3).equals("=")
                    && condition.get(i + 5).equals(".");
            boolean continues =
                    i + 7 < condition.size() && condition.get(i + 7).equals("and") && i + 8 < condition.size();
            if (!compares || (i + 7 < condition.size() && !continues)) {
                return false;
            }
        }
        return !condition.isEmpty();
    }

    /** {@return whether the other side is a table: a query or a list of values can have few rows} */
    private static boolean fromTable(List<String> words, int from) {
        List<String> rest = words.subList(Math.min(from, words.size()), words.size());
        int begin = rest.indexOf("from");
        int end = rest.indexOf("where");
        return !words.get(0).equals("with")
                && begin >= 0
                && end > begin
                && !rest.subList(begin, end).contains("(");
    }

    /** {@return the position of the table's name; -1 where no such statement begins} */
    private static int nameAfter(List<String> words, int at) {
        int next = switch (words.get(at)) {
            case "update" -> at + 1;
            case "delete" -> follows(words, at, "from");
            case "merge" -> follows(words, at, "into");
            default -> -1;
        };
        return next > 0 && next < words.size() && words.get(next).equals("only") ? next + 1 : next;
    }

    private static int follows(List<String> words, int at, String word) {
        return at + 1 < words.size() && words.get(at + 1).equals(word) ? at + 2 : -1;
    }

    private static List<String> condition(List<String> words, int from, String begin) {
        List<String> condition = new ArrayList<>();
        boolean inside = false;
        int depth = 0;
        for (String word : words.subList(Math.min(from, words.size()), words.size())) {
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            if (depth < 0 || (depth == 0 && ENDS.contains(word))) {
                break;
            }
            if (inside) {
                condition.add(word);
            }
            inside |= depth == 0 && word.equals(begin);
        }
        return condition;
    }

    /** {@return the tokens of the body of a {@code DO}; empty when it has none that can be read} */
    static List<String> body(String statement) {
        Matcher body = BODY.matcher(statement);
        List<String> words = new ArrayList<>();
        if (body.find()) {
            try {
                SqlScanner scanner = SqlScanner.ofStatements(body.group(2), 1);
                for (SqlItem item = scanner.next(); item != null; item = scanner.next()) {
                    if (item instanceof SqlItem.Statement found) {
                        words.addAll(found.tokens());
                        words.add(";");
                    }
                }
            } catch (SqlSyntaxException e) {
                return List.of();
            }
        }
        return words;
    }

    boolean isOf(RelationFacts relation) {
        return isName(table, relation);
    }

    static boolean isName(String word, RelationFacts relation) {
        String name = relation.name().name();
        return word.equals(Identifiers.quote(name)) || word.equals('"' + name.replace("\"", "\"\"") + '"');
    }

    /**
     * {@return whether it changes all rows: no condition, one that is always true, one that all rows fulfill because the column is
     *     new, or one that only joins another table}
     *
     * @param start the table before the judged revisions
     */
    boolean isUnbounded(RelationFacts start) {
        int size = condition.size();
        boolean nulls = size >= 3 && condition.subList(size - 2, size).equals(List.of("is", "null"));
        boolean alone = size == 3 || (size == 5 && condition.get(1).equals("."));
        return joins || ALWAYS.contains(condition) || (nulls && alone && isNew(condition.get(size - 3), start));
    }

    private static boolean isNew(String column, RelationFacts start) {
        return start.columns().values().stream()
                .map(known -> known.name())
                .noneMatch(name -> column.equals(Identifiers.quote(name)) || column.equals('"' + name + '"'));
    }
}
