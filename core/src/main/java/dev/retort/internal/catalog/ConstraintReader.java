/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Deferrability;
import dev.retort.schema.part.ForeignKeyAction;
import dev.retort.schema.part.Index;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the constraints of tables. */
final class ConstraintReader {

    private final Found found;
    private final Indexes indexes;
    private final ByOwner<Constraint> constraints = new ByOwner<>();

    private ConstraintReader(Found found, Indexes indexes) {
        this.found = found;
        this.indexes = indexes;
    }

    /** Reads the constraints of these relations, whose columns and indexes have been read. */
    static ByOwner<Constraint> read(Found found, Indexes indexes, List<String> relations) throws SQLException {
        ConstraintReader reader = new ConstraintReader(found, indexes);
        found.session().query("constraints", reader::add, relations);
        return reader.constraints;
    }

    private boolean add(CatalogRow row) throws SQLException {
        long relation = row.number("relation");
        ObjectAddress address = ObjectAddress.of("pg_constraint", row.number("oid"));
        ObjectKey table = Objects.requireNonNull(found.names().find(ObjectAddress.relation(relation)));
        ObjectKey key = ObjectKey.of(ObjectKind.CONSTRAINT, table.name(), row.text("name"));
        found.names().add(address, key);
        Constraint constraint = switch (row.code("type")) {
            case 'c' -> check(row);
            case 'f' -> foreignKey(row);
            default -> ofIndex(row, key);
        };
        constraints.add(relation, constraint.withComment(found.annotations().comment(address)));
        return true;
    }

    private static Constraint check(CatalogRow row) throws SQLException {
        return new Constraint.Check(
                row.text("name"),
                row.expression("expression"),
                row.flag("no_inherit"),
                row.flag("validated"),
                row.flag("enforced"),
                row.flag("inherited"),
                null);
    }

    private Constraint foreignKey(CatalogRow row) throws SQLException {
        return new Constraint.ForeignKey(
                row.text("name"),
                columns(row, "columns"),
                QualifiedName.of(row.text("referenced_schema"), row.text("referenced_name")),
                row.texts("referenced_columns"),
                action(row.code("on_update")),
                action(row.code("on_delete")),
                columns(row, "on_delete_columns"),
                row.flag("match_full"),
                row.flag("period"),
                deferrability(row),
                row.flag("validated"),
                row.flag("enforced"),
                null);
    }

    private Constraint ofIndex(CatalogRow row, ObjectKey key) throws SQLException {
        ObjectAddress address = ObjectAddress.relation(row.number("index"));
        found.names().add(address, key);
        Index index = indexes.ofConstraint(address.oid());
        return switch (row.code("type")) {
            case 'p' -> primaryKey(row, index);
            case 'u' -> unique(row, index);
            default -> exclusion(row, index);
        };
    }

    private Constraint primaryKey(CatalogRow row, Index index) throws SQLException {
        return new Constraint.PrimaryKey(
                row.text("name"),
                columns(row, "columns"),
                index.include(),
                row.flag("period"),
                deferrability(row),
                index.storage(),
                null);
    }

    private Constraint unique(CatalogRow row, Index index) throws SQLException {
        return new Constraint.Unique(
                row.text("name"),
                columns(row, "columns"),
                index.include(),
                index.nullsNotDistinct(),
                row.flag("period"),
                deferrability(row),
                index.storage(),
                null);
    }

    private static Constraint exclusion(CatalogRow row, Index index) throws SQLException {
        return new Constraint.Exclusion(
                row.text("name"),
                index.method(),
                index.elements(),
                row.texts("operators"),
                index.include(),
                index.predicate(),
                deferrability(row),
                index.storage(),
                null);
    }

    private List<String> columns(CatalogRow row, String numbers) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (String number : row.texts(numbers)) {
            columns.add(found.names().column(row.number("relation"), Integer.parseInt(number)));
        }
        return columns;
    }

    private static Deferrability deferrability(CatalogRow row) throws SQLException {
        if (!row.flag("deferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.flag("deferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static ForeignKeyAction action(char code) {
        return switch (code) {
            case 'a' -> ForeignKeyAction.NO_ACTION;
            case 'r' -> ForeignKeyAction.RESTRICT;
            case 'c' -> ForeignKeyAction.CASCADE;
            case 'n' -> ForeignKeyAction.SET_NULL;
            case 'd' -> ForeignKeyAction.SET_DEFAULT;
            default -> throw new IllegalStateException("Unknown action of a foreign key: " + code);
        };
    }
}
