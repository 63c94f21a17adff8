/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.schema.Sequence;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.SequenceOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads sequences: standalone ones and those of identity columns. */
final class SequenceReader {

    /** A row of {@code pg_sequence}. */
    private record Row(
            long oid,
            QualifiedName name,
            String type,
            SequenceOptions options,
            boolean unlogged,
            ObjectAddress owner) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<ObjectAddress, Row> identities = new HashMap<>();

    private SequenceReader() {}

    static SequenceReader read(Found found, List<String> schemas) throws SQLException {
        SequenceReader reader = new SequenceReader();
        found.session().query("sequences", reader::add, schemas);
        for (Row row : reader.rows) {
            found.names().add(ObjectAddress.relation(row.oid), ObjectKey.of(ObjectKind.SEQUENCE, row.name));
        }
        return reader;
    }

    private Row add(CatalogRow row) throws SQLException {
        ObjectAddress owner = ObjectAddress.column(row.number("owner"), (int) row.number("owner_column"));
        Row sequence = new Row(
                row.number("oid"), row.qualifiedName(), row.text("type"), options(row), row.flag("unlogged"), owner);
        if (row.flag("identity")) {
            identities.put(owner, sequence);
        } else {
            rows.add(sequence);
        }
        return sequence;
    }

    private static SequenceOptions options(CatalogRow row) throws SQLException {
        return new SequenceOptions(
                row.number("start"),
                row.number("increment"),
                row.number("minimum"),
                row.number("maximum"),
                row.number("cache"),
                row.flag("cycle"));
    }

    /**
     * {@return how the sequence of an identity column counts; the defaults for the column of a partition, which uses
     * the sequence of its parent}
     */
    SequenceOptions identityOptions(ObjectAddress column) {
        Row row = identities.get(column);
        return row == null ? SequenceOptions.DEFAULTS : row.options;
    }

    /** {@return the name of the sequence of an identity column; null for the column of a partition} */
    @Nullable
    QualifiedName identityName(ObjectAddress column) {
        Row row = identities.get(column);
        return row == null ? null : row.name;
    }

    /** {@return the sequences on their own, without those of tables that were not read} */
    List<Sequence> sequences(Found found) {
        List<Sequence> sequences = new ArrayList<>();
        for (Row row : rows) {
            if (row.owner.oid() == 0 || found.names().knows(row.owner)) {
                sequences.add(sequence(row, found));
            }
        }
        return sequences;
    }

    private static Sequence sequence(Row row, Found found) {
        ObjectAddress address = ObjectAddress.relation(row.oid);
        return new Sequence(
                row.name,
                new DataType(row.type),
                row.options,
                ownedBy(found.names().find(row.owner)),
                row.unlogged,
                found.annotations().grants(address),
                found.annotations().comment(address));
    }

    private static @Nullable ColumnName ownedBy(@Nullable ObjectKey column) {
        return column == null ? null : new ColumnName(column.name(), column.detail());
    }
}
