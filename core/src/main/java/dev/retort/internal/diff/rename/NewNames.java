/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.internal.diff.model.SqlText;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The new names of renamed objects: tables, sequences, types, columns and values of enum types. */
public final class NewNames {

    private final Map<QualifiedName, QualifiedName> objects = new TreeMap<>();
    private final Map<QualifiedName, Map<String, String>> columns = new HashMap<>();
    private final Map<QualifiedName, Map<String, String>> labels = new TreeMap<>();
    private final ServerVersion version;
    private final UnaryOperator<String> spelling;

    public NewNames(ServerVersion version) {
        this(version, UnaryOperator.identity());
    }

    /**
     * Makes names that spell expressions in another way too.
     *
     * @param spelling what an expression is written as
     */
    public NewNames(ServerVersion version, UnaryOperator<String> spelling) {
        this.version = version;
        this.spelling = spelling;
    }

    public void object(QualifiedName from, QualifiedName to) {
        objects.put(from, to);
    }

    void column(ColumnName from, String to) {
        columns.computeIfAbsent(from.table(), table -> new HashMap<>()).put(from.column(), to);
    }

    void label(QualifiedName type, String from, String to) {
        labels.computeIfAbsent(type, name -> new HashMap<>()).put(from, to);
    }

    public boolean isEmpty() {
        return objects.isEmpty() && columns.isEmpty() && labels.isEmpty();
    }

    /** {@return whether the {@code NOT NULL} of a column is a constraint with a name} */
    boolean notNullHasName() {
        return version.atLeast(18);
    }

    public QualifiedName object(QualifiedName name) {
        return objects.getOrDefault(name, name);
    }

    public String column(QualifiedName table, String column) {
        return columns.getOrDefault(table, Map.of()).getOrDefault(column, column);
    }

    String label(QualifiedName type, String label) {
        return labels.getOrDefault(type, Map.of()).getOrDefault(label, label);
    }

    /** {@return an expression with its objects under their new names} */
    String sql(String sql) {
        String result = spelling.apply(sql);
        for (Map.Entry<QualifiedName, Map<String, String>> entry : labels.entrySet()) {
            result = SqlText.renameLabels(result, entry.getKey(), entry.getValue());
        }
        for (Map.Entry<QualifiedName, QualifiedName> entry : objects.entrySet()) {
            result = SqlText.renameObject(result, entry.getKey(), entry.getValue());
        }
        return result;
    }

    /**
     * {@return the query of a view with everything under its new name}
     *
     * @param columnsOf the columns of a table, both under their old names
     */
    String query(String sql, Function<QualifiedName, Set<String>> columnsOf) {
        return sql(objects.isEmpty() && columns.isEmpty() ? sql : RenamedQuery.of(this, sql, columnsOf));
    }

    @Nullable
    String nullableSql(@Nullable String sql) {
        return sql == null ? null : sql(sql);
    }

    /** {@return an expression over the columns of a table with everything under its new name} */
    public String sqlOf(QualifiedName table, String sql) {
        String result = sql;
        for (Map.Entry<String, String> entry :
                columns.getOrDefault(table, Map.of()).entrySet()) {
            result = SqlText.renameColumn(result, entry.getKey(), entry.getValue());
        }
        return sql(result);
    }

    @Nullable
    String nullableSqlOf(QualifiedName table, @Nullable String sql) {
        return sql == null ? null : sqlOf(table, sql);
    }
}
