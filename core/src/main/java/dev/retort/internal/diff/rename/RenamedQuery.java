/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.diff.rename.QueryScopes.Relation;
import dev.retort.internal.diff.rename.QueryScopes.Token;
import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.name.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query of a view after its tables or their columns are renamed, as PostgreSQL prints it then: {@code SELECT c.mail AS
 * email FROM customer c}. The view keeps the names of its columns.
 *
 * <p>A table that is joined {@code USING} a renamed column becomes a query that gives the column its old name. PostgreSQL
 * prints names for all columns in their order then, and other changes of the same script move columns.
 */
final class RenamedQuery {

    private static final Set<String> BEFORE_ITEM = Set.of("SELECT", ",", "DISTINCT", ")");
    private static final Set<String> AFTER_ITEM =
            Set.of(",", "FROM", ")", ";", "", "UNION", "INTERSECT", "EXCEPT", "WHERE", "ORDER", "LIMIT");
    private static final Set<String> NO_COLUMN_AFTER = Set.of(".", "::", "AS");
    private static final Set<String> NO_COLUMN_BEFORE = Set.of(".", "(");

    private final NewNames names;
    private final Function<QualifiedName, Set<String>> columnsOf;
    private final String sql;
    private final QueryScopes scopes;
    private final List<Token> tokens;
    private final StringBuilder result = new StringBuilder();
    private final Map<Relation, Set<String>> used = new HashMap<>();
    private final Set<String> usedOfAny = new HashSet<>();
    private int copied;

    private RenamedQuery(NewNames names, String sql, Function<QualifiedName, Set<String>> columnsOf) {
        this.names = names;
        this.columnsOf = columnsOf;
        this.sql = sql;
        this.scopes = QueryScopes.of(sql);
        this.tokens = scopes.tokens();
    }

    /**
     * {@return the query with the new names}
     *
     * @param columnsOf the columns of a table, both under their old names
     */
    static String of(NewNames names, String sql, Function<QualifiedName, Set<String>> columnsOf) {
        return new RenamedQuery(names, sql, columnsOf).written();
    }

    /** {@return whether a table of the query is joined by a renamed column} */
    static boolean nestsTables(NewNames names, String sql) {
        RenamedQuery query = new RenamedQuery(names, sql, table -> Set.of());
        return IntStream.range(0, query.tokens.size())
                .mapToObj(query.scopes::relationAt)
                .anyMatch(relation -> relation != null && query.isNested(relation));
    }

    private String written() {
        columns();
        for (int i = 0; i < tokens.size(); i++) {
            Relation relation = scopes.relationAt(i);
            if (relation != null) {
                table(relation, i);
                i += 2;
            } else if (isQualifier(i)) {
                qualified(i);
                i += 2;
            } else if (isColumn(i)) {
                column(scopes.onlyRelation(i), i, i);
            }
        }
        return result.append(sql, copied, sql.length()).toString();
    }

    private boolean isNested(Relation relation) {
        return !relation.hasColumnAliases()
                && scopes.joined(relation).stream()
                        .anyMatch(name -> !names.column(relation.table(), name).equals(name));
    }

    /** Finds the columns of nested tables that the query uses. */
    private void columns() {
        for (int i = 0; i < tokens.size(); i++) {
            boolean isQualified = scopes.relationAt(i) == null && isQualifier(i) && i + 2 < tokens.size();
            if (isQualified && tokens.get(i + 2).isName()) {
                use(scopes.relation(i, tokens.get(i).name()), tokens.get(i + 2).name());
            } else if (!isQualified && isColumn(i)) {
                use(scopes.onlyRelation(i), tokens.get(i).name());
            }
        }
    }

    /** A column of no table may be one of a join with a name, and so of any table. */
    private void use(@Nullable Relation relation, String column) {
        if (relation == null) {
            usedOfAny.add(column);
        } else {
            used.computeIfAbsent(relation, table -> new TreeSet<>()).add(column);
        }
    }

    private void table(Relation relation, int i) {
        QualifiedName renamed = names.object(relation.table());
        if (!isNested(relation)) {
            replace(i, i + 2, SqlText.quoted(renamed));
            return;
        }
        Set<String> columns = new TreeSet<>(used.getOrDefault(relation, Set.of()));
        Stream.concat(scopes.joined(relation).stream(), usedOfAny.stream())
                .filter(columnsOf.apply(relation.table())::contains)
                .forEach(columns::add);
        boolean only = text(i - 1).equals("ONLY");
        String items =
                columns.stream().map(column -> item(relation.table(), column)).collect(Collectors.joining(", "));
        replace(
                only ? i - 1 : i,
                i + 2,
                "(SELECT " + items + " FROM " + (only ? "ONLY " : "") + SqlText.quoted(renamed) + ")"
                        + (relation.hasAlias() ? "" : " " + Identifiers.quote(renamed.name())));
    }

    private String item(QualifiedName table, String column) {
        String renamed = names.column(table, column);
        return Identifiers.quote(renamed) + (renamed.equals(column) ? "" : " AS " + Identifiers.quote(column));
    }

    private void replace(int first, int last, String text) {
        result.append(sql, copied, tokens.get(first).start()).append(text);
        copied = tokens.get(last).end();
    }

    private boolean isQualifier(int i) {
        return tokens.get(i).isName()
                && text(i + 1).equals(".")
                && !text(i - 1).equals(".")
                && !text(i - 1).equals("::");
    }

    private boolean isColumn(int i) {
        return tokens.get(i).isName()
                && !tokens.get(i).isKeyword()
                && !NO_COLUMN_AFTER.contains(text(i - 1))
                && !NO_COLUMN_BEFORE.contains(text(i + 1))
                && !scopes.isInFrom(i);
    }

    private void qualified(int i) {
        Relation relation = scopes.relation(i, tokens.get(i).name());
        if (relation == null) {
            return;
        }
        QualifiedName renamed = names.object(relation.table());
        if (!relation.hasAlias() && !renamed.equals(relation.table())) {
            replace(i, i, Identifiers.quote(renamed.name()));
        }
        if (i + 2 < tokens.size() && tokens.get(i + 2).isName()) {
            column(relation, i, i + 2);
        }
    }

    private void column(@Nullable Relation relation, int first, int i) {
        if (relation == null || relation.hasColumnAliases() || isNested(relation)) {
            return;
        }
        String old = tokens.get(i).name();
        String renamed = names.column(relation.table(), old);
        if (!renamed.equals(old)) {
            boolean isItem = scopes.isInSelectList(first)
                    && BEFORE_ITEM.contains(text(first - 1))
                    && AFTER_ITEM.contains(text(i + 1));
            replace(i, i, Identifiers.quote(renamed) + (isItem ? " AS " + Identifiers.quote(old) : ""));
        }
    }

    private String text(int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).text();
    }
}
