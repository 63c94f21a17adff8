/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.internal.catalog.query.Parentheses;
import dev.retort.schema.name.DefaultNames;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.NotNull;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the columns of relations and the attributes of composite types. */
final class ColumnReader {

    private final Found found;
    private final SequenceReader sequences;
    private final ByOwner<Column> columns = new ByOwner<>();

    private ColumnReader(Found found, SequenceReader sequences) {
        this.found = found;
        this.sequences = sequences;
    }

    /** Reads the columns of these relations, which have their names already. */
    static ByOwner<Column> read(Found found, SequenceReader sequences, List<String> relations) throws SQLException {
        ColumnReader reader = new ColumnReader(found, sequences);
        found.session().query("columns", reader::add, relations);
        return reader.columns;
    }

    private Column add(CatalogRow row) throws SQLException {
        ObjectAddress address = ObjectAddress.column(row.number("relation"), (int) row.number("number"));
        ObjectKey relation = found.names().find(address);
        if (relation == null) {
            throw new IllegalStateException("The relation of " + address + " was not read");
        }
        Column column = column(row, address, relation.name());
        if (relation.kind() != ObjectKind.TYPE) {
            found.names().add(address, ObjectKey.of(ObjectKind.COLUMN, relation.name(), column.name()));
        }
        columns.add(address.oid(), column);
        return column;
    }

    private Column column(CatalogRow row, ObjectAddress address, QualifiedName table) throws SQLException {
        return new Column(
                row.text("name"),
                new DataType(row.text("type")),
                row.textOrNull("collation"),
                row.flag("not_null") ? notNull(row, table) : null,
                value(row, address, table),
                storage(row.code("storage")),
                compression(row.code("compression")),
                row.textOrNull("statistics") == null ? null : (int) row.number("statistics"),
                row.parameters("options"),
                row.flag("inherited"),
                found.annotations().grants(address),
                found.annotations().comment(address));
    }

    private static NotNull notNull(CatalogRow row, QualifiedName table) throws SQLException {
        String name = row.textOrNull("not_null_name");
        boolean named = name != null && !name.equals(DefaultNames.of(table.name(), row.text("name"), "not_null"));
        return new NotNull(named ? name : null, row.flag("not_null_no_inherit"), row.flag("not_null_validated"));
    }

    private ColumnValue value(CatalogRow row, ObjectAddress address, QualifiedName table) throws SQLException {
        char identity = row.code("identity");
        if (identity != ' ') {
            return new ColumnValue.Identity(
                    identity == 'a',
                    sequences.identityOptions(address),
                    chosenSequence(address, table.sibling(DefaultNames.of(table.name(), row.text("name"), "seq"))));
        }
        String expression = row.textOrNull("expression");
        if (expression == null) {
            return ColumnValue.NONE;
        }
        char generated = row.code("generated");
        return generated == ' '
                ? new ColumnValue.Default(expression)
                : new ColumnValue.Generated(Parentheses.strip(expression), generated == 's');
    }

    private @Nullable QualifiedName chosenSequence(ObjectAddress address, QualifiedName usual) {
        QualifiedName name = sequences.identityName(address);
        return usual.equals(name) ? null : name;
    }

    private static @Nullable String storage(char code) {
        return switch (code) {
            case 'p' -> "PLAIN";
            case 'e' -> "EXTERNAL";
            case 'x' -> "EXTENDED";
            case 'm' -> "MAIN";
            default -> null;
        };
    }

    private static @Nullable String compression(char code) {
        return switch (code) {
            case 'p' -> "pglz";
            case 'l' -> "lz4";
            default -> null;
        };
    }
}
