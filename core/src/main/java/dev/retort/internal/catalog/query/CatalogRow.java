/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog.query;

import dev.retort.schema.name.QualifiedName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a catalog query, its columns by name. */
public final class CatalogRow {

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(CatalogRow row) throws SQLException;
    }

    private final ResultSet row;

    CatalogRow(ResultSet row) {
        this.row = row;
    }

    /**
     * Reads a text that is never null.
     *
     * @throws CatalogChangedException when it is: PostgreSQL renders what is gone as null
     */
    public String text(String column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new CatalogChangedException(column);
        }
        return text;
    }

    @Nullable
    public String textOrNull(String column) throws SQLException {
        return row.getString(column);
    }

    /** Reads a {@code "char"}: the letter, or a blank for the catalog's zero byte and for null. */
    public char code(String column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isEmpty() ? ' ' : text.charAt(0);
    }

    public boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    /** Reads a number or an oid; zero for null. */
    public long number(String column) throws SQLException {
        return row.getLong(column);
    }

    /** Reads a {@code text[]}; empty for null. */
    public List<String> texts(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** Reads storage parameters, {@code name=value} each. */
    public Map<String, String> parameters(String column) throws SQLException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : texts(column)) {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return parameters;
    }

    /** Reads an expression that is never null, without the parentheses around the whole of it. */
    public String expression(String column) throws SQLException {
        return Parentheses.strip(text(column));
    }

    /** Reads an expression without the parentheses around the whole of it; null for null. */
    @Nullable
    public String expressionOrNull(String column) throws SQLException {
        String expression = row.getString(column);
        return expression == null ? null : Parentheses.strip(expression);
    }

    /** Reads the columns {@code schema} and {@code name}. */
    public QualifiedName qualifiedName() throws SQLException {
        return QualifiedName.of(text("schema"), text("name"));
    }
}
