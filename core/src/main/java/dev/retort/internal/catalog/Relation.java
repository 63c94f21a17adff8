/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.PartitionOf;
import dev.retort.schema.part.TableOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code pg_class}: a table, a view, a materialized view or a foreign table, without its parts.
 *
 * @param oid its oid
 * @param rowType the oid of the type of its rows
 * @param key what it is
 * @param options its storage options; of a view or materialized view only the parameters and the tablespace
 * @param partitionBy its partition key
 * @param partitionOf what it is a partition of
 * @param inherits what it inherits from
 * @param query what a view shows
 * @param populated whether a materialized view is filled
 */
record Relation(
        long oid,
        long rowType,
        ObjectKey key,
        TableOptions options,
        @Nullable String partitionBy,
        @Nullable PartitionOf partitionOf,
        List<QualifiedName> inherits,
        String query,
        boolean populated) {

    static Relation read(CatalogRow row) throws SQLException {
        List<QualifiedName> parents = parents(row);
        String bound = row.textOrNull("partition_bound");
        return new Relation(
                row.number("oid"),
                row.number("row_type"),
                ObjectKey.of(kind(row.code("kind")), row.qualifiedName()),
                options(row),
                row.textOrNull("partition_by"),
                bound == null ? null : new PartitionOf(parents.get(0), bound),
                bound == null ? parents : List.of(),
                query(row),
                row.flag("populated"));
    }

    private static ObjectKind kind(char code) {
        return switch (code) {
            case 'r', 'p' -> ObjectKind.TABLE;
            case 'v' -> ObjectKind.VIEW;
            case 'm' -> ObjectKind.MATERIALIZED_VIEW;
            case 'f' -> ObjectKind.FOREIGN_TABLE;
            default -> throw new IllegalStateException("Unknown kind of relation: " + code);
        };
    }

    private static List<QualifiedName> parents(CatalogRow row) throws SQLException {
        List<String> schemas = row.texts("parent_schemas");
        List<String> names = row.texts("parent_names");
        List<QualifiedName> parents = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parents.add(QualifiedName.of(schemas.get(i), names.get(i)));
        }
        return parents;
    }

    private static TableOptions options(CatalogRow row) throws SQLException {
        Map<String, String> parameters = new HashMap<>(row.parameters("parameters"));
        row.parameters("toast_parameters").forEach((name, value) -> parameters.put("toast." + name, value));
        return new TableOptions(
                row.flag("unlogged"),
                parameters,
                row.textOrNull("tablespace"),
                row.textOrNull("access_method"),
                row.flag("row_security"),
                row.flag("force_row_security"),
                row.textOrNull("replica_identity"),
                row.textOrNull("cluster_index"));
    }

    private static String query(CatalogRow row) throws SQLException {
        if (row.code("kind") != 'v' && row.code("kind") != 'm') {
            return "";
        }
        String query = row.text("query").strip();
        return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
    }

    QualifiedName name() {
        return key.name();
    }

    ObjectAddress address() {
        return ObjectAddress.relation(oid);
    }

    boolean isTable() {
        return key.kind() == ObjectKind.TABLE;
    }

    boolean isView() {
        return key.kind() == ObjectKind.VIEW || key.kind() == ObjectKind.MATERIALIZED_VIEW;
    }

    /** {@return whether it is one of the kinds that are described} */
    boolean isDescribed() {
        return isTable() || isView();
    }
}
