/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.schema.name.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tokens of a query as PostgreSQL prints it, each with the {@code SELECT} that it is in and the tables of that. */
final class QueryScopes {

    private static final Pattern TOKEN = Pattern.compile(
            "(?:[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'(?:[^']|'')*+')|(?<name>\"(?:[^\"]|\"\")*+\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)"
                    + "|\\d[\\w.]*+|::|\\S");
    private static final Set<String> CLAUSES = Set.of(
            "FROM",
            "WHERE",
            "GROUP",
            "HAVING",
            "WINDOW",
            "ORDER",
            "LIMIT",
            "OFFSET",
            "FETCH",
            "UNION",
            "INTERSECT",
            "EXCEPT");
    private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN", ",", "ONLY", "LATERAL");

    private final List<Token> tokens = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<Integer, Relation> relations = new HashMap<>();
    private final Map<Relation, Set<String>> joined = new HashMap<>();

    private QueryScopes() {}

    /** A literal, name, number or sign. */
    record Token(String text, int start, int end, boolean isName) {

        /** PostgreSQL prints keywords in upper case, and quotes a name with such letters. */
        boolean isKeyword() {
            return isName && text.chars().allMatch(c -> Character.isUpperCase(c) || c == '_');
        }

        String name() {
            return text.startsWith("\"") ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
        }
    }

    /** A table in a {@code FROM} clause, whose name begins with a token. */
    record Relation(int at, QualifiedName table, boolean hasAlias, boolean hasColumnAliases) {}

    /** A {@code SELECT}, the one around it, and its tables by the names that columns are qualified with. */
    private record Scope(@Nullable Scope outer, int depth, Map<String, Relation> tables) {}

    /** Where a token is: in a clause of a {@code SELECT}, perhaps within parentheses. */
    private record Place(@Nullable Scope scope, String clause, boolean isDirect) {}

    static QueryScopes of(String sql) {
        QueryScopes scopes = new QueryScopes();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            scopes.tokens.add(
                    new Token(matcher.group(), matcher.start(), matcher.end(), matcher.group("name") != null));
        }
        scopes.read();
        return scopes;
    }

    List<Token> tokens() {
        return tokens;
    }

    private void read() {
        Deque<Scope> open = new ArrayDeque<>();
        IdentityHashMap<Scope, String> clauses = new IdentityHashMap<>();
        Deque<Integer> parentheses = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            if (text.equals("(")) {
                parentheses.push(i);
            } else if (text.equals(")")) {
                parentheses.pop();
            }
            int depth = parentheses.size();
            boolean begins = text.equals("SELECT");
            while (!open.isEmpty() && open.peek().depth() > depth - (begins ? 1 : 0)) {
                open.pop();
            }
            if (begins) {
                open.push(new Scope(open.peek(), depth, new LinkedHashMap<>()));
                clauses.put(open.peek(), text);
            }
            Scope scope = open.peek();
            boolean isDirect = scope != null && scope.depth() == depth;
            if (isDirect && CLAUSES.contains(text)) {
                clauses.put(scope, text);
            }
            places.add(new Place(scope, scope == null ? "" : clauses.getOrDefault(scope, ""), isDirect));
            if (scope != null && isInFrom(i) && isTable(i)) {
                table(scope, i);
            } else if (scope != null
                    && isInFrom(i)
                    && text.equals("USING")
                    && text(i + 1).equals("(")) {
                join(scope, parentheses.isEmpty() ? 0 : parentheses.peek(), i);
            }
        }
    }

    /** The columns that {@code USING} names are those of tables in the same parentheses, as PostgreSQL prints a join. */
    private void join(Scope scope, int first, int using) {
        Set<String> names = new HashSet<>();
        for (int i = using + 2; i < tokens.size() && !text(i).equals(")"); i++) {
            names.add(tokens.get(i).name());
        }
        relations.forEach((at, relation) -> {
            if (at > first && at < using && scope.tables().containsValue(relation)) {
                joined.computeIfAbsent(relation, table -> new HashSet<>()).addAll(names);
            }
        });
    }

    private boolean isTable(int i) {
        return i + 2 < tokens.size()
                && tokens.get(i).isName()
                && !tokens.get(i).isKeyword()
                && tokens.get(i + 1).text().equals(".")
                && tokens.get(i + 2).isName()
                && BEFORE_TABLE.contains(beforeParentheses(i))
                && !text(i + 3).equals("(");
    }

    private String beforeParentheses(int i) {
        int before = i - 1;
        while (before >= 0 && tokens.get(before).text().equals("(")) {
            before--;
        }
        return before < 0 ? "" : tokens.get(before).text();
    }

    private void table(Scope scope, int i) {
        String name = tokens.get(i + 2).name();
        boolean hasAlias = i + 3 < tokens.size()
                && tokens.get(i + 3).isName()
                && !tokens.get(i + 3).isKeyword();
        Relation relation = new Relation(
                i,
                new QualifiedName(tokens.get(i).name(), name),
                hasAlias,
                hasAlias && text(i + 4).equals("("));
        relations.put(i, relation);
        scope.tables().put(hasAlias ? tokens.get(i + 3).name() : name, relation);
    }

    private String text(int i) {
        return i < tokens.size() ? tokens.get(i).text() : "";
    }

    /** {@return the table whose name begins with a token} */
    @Nullable
    Relation relationAt(int i) {
        return relations.get(i);
    }

    /** {@return the columns of a table by whose names it is joined with another one, and those of other tables that it is joined with} */
    Set<String> joined(Relation relation) {
        return joined.getOrDefault(relation, Set.of());
    }

    /** {@return the table that a name qualifies a column with, in the {@code SELECT} of a token or one around it} */
    @Nullable
    Relation relation(int i, String name) {
        for (Scope scope = places.get(i).scope(); scope != null; scope = scope.outer()) {
            Relation found = scope.tables().get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** {@return the table of a {@code SELECT} that has only one: its columns need no qualifier since PostgreSQL 16} */
    @Nullable
    Relation onlyRelation(int i) {
        Scope scope = places.get(i).scope();
        return scope != null && scope.tables().size() == 1
                ? scope.tables().values().iterator().next()
                : null;
    }

    boolean isInFrom(int i) {
        return places.get(i).clause().equals("FROM");
    }

    boolean isInSelectList(int i) {
        return places.get(i).clause().equals("SELECT") && places.get(i).isDirect();
    }
}
