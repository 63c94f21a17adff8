/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.diff.rename.QueryScopes.Relation;
import dev.retort.internal.diff.rename.QueryScopes.Token;
import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.name.QualifiedName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query of a view after its tables or their columns are renamed, as PostgreSQL prints it then: {@code SELECT c.mail AS
 * email FROM customer c}. The view keeps the names of its columns.
 */
final class RenamedQuery {

    private static final Set<String> BEFORE_ITEM = Set.of("SELECT", ",", "DISTINCT", ")");
    private static final Set<String> AFTER_ITEM =
            Set.of(",", "FROM", ")", ";", "", "UNION", "INTERSECT", "EXCEPT", "WHERE", "ORDER", "LIMIT");
    private static final Set<String> NO_COLUMN_AFTER = Set.of(".", "::", "AS");
    private static final Set<String> NO_COLUMN_BEFORE = Set.of(".", "(");

    private final NewNames names;
    private final String sql;
    private final QueryScopes scopes;
    private final List<Token> tokens;
    private final StringBuilder result = new StringBuilder();
    private int copied;

    private RenamedQuery(NewNames names, String sql) {
        this.names = names;
        this.sql = sql;
        this.scopes = QueryScopes.of(sql);
        this.tokens = scopes.tokens();
    }

    /** {@return the query with the new names} */
    static String of(NewNames names, String sql) {
        return new RenamedQuery(names, sql).written();
    }

    private String written() {
        for (int i = 0; i < tokens.size(); i++) {
            Relation relation = scopes.relationAt(i);
            if (relation != null) {
                replace(i, i + 2, SqlText.quoted(names.object(relation.table())));
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
        if (relation == null || relation.hasColumnAliases()) {
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
