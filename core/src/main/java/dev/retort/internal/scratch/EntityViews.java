/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.scratch;

import dev.retort.error.RetortException;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.objects.ObjectStatement;
import dev.retort.model.ModelDdl;
import dev.retort.model.ModelStatement;
import dev.retort.model.ObjectFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Entities on views that object files create. The DDL of a mapping of classes creates a table for such an entity: it is dropped
 * from the scratch database before the view is created, and the view must have its columns.
 */
final class EntityViews {

    private static final String COLUMNS = """
        SELECT a.attname FROM pg_catalog.pg_attribute a
          JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) a.attrelid
         WHERE c.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?::pg_catalog.text)
           AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
           AND c.relkind OPERATOR(pg_catalog.=) ANY (?::pg_catalog."char"[])
         ORDER BY a.attnum
        """;
    private static final String TABLES = "{r,p}";
    private static final String VIEWS = "{v,m}";

    private final MigrationConnection connection;
    private final Map<String, Needed> needed = new LinkedHashMap<>();

    private EntityViews(MigrationConnection connection) {
        this.connection = connection;
    }

    /**
     * The columns of a view that an entity needs.
     *
     * @param origin the statement that creates the view
     * @param columns the columns of the entity
     */
    private record Needed(String origin, List<String> columns) {}

    /** Drops the tables of the entities on views. */
    static EntityViews of(ModelDdl model, MigrationConnection connection) throws SQLException {
        EntityViews views = new EntityViews(connection);
        if (model.reach() == ModelDdl.Reach.MAPPING) {
            for (ObjectFile file : model.objectFiles()) {
                for (ModelStatement statement : file.statements()) {
                    views.add(statement);
                }
            }
        }
        return views;
    }

    private void add(ModelStatement statement) throws SQLException {
        String view = new ObjectStatement(statement).view();
        List<String> columns = view == null ? List.of() : columns(view, TABLES);
        if (view != null && !columns.isEmpty()) {
            connection.execute("DROP TABLE " + view + " CASCADE");
            needed.put(view, new Needed(statement.origin(), columns));
        }
    }

    private List<String> columns(String relation, String kinds) throws SQLException {
        return connection.query(COLUMNS, row -> row.getString(1), relation, kinds);
    }

    /** Refuses a view that lacks a column of its entity. */
    void requireColumns() throws SQLException {
        for (Map.Entry<String, Needed> view : needed.entrySet()) {
            List<String> missing = new ArrayList<>(view.getValue().columns());
            missing.removeAll(columns(view.getKey(), VIEWS));
            if (!missing.isEmpty()) {
                throw new RetortException(
                        "The view " + view.getKey() + " does not fit its entity.",
                        view.getValue().origin() + ": the view has no column " + String.join(", ", missing) + ".",
                        "Add the columns to the query of the view, or remove the attributes from the entity.");
            }
        }
    }
}
