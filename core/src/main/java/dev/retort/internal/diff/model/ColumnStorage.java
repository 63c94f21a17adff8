/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AlterColumnCompression;
import dev.retort.operation.ColumnOperation.AlterColumnOptions;
import dev.retort.operation.ColumnOperation.AlterColumnStatistics;
import dev.retort.operation.ColumnOperation.AlterColumnStorage;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Storage, compression and statistics of a column of a table or a materialized view. */
public final class ColumnStorage {

    private ColumnStorage() {}

    /** {@return the changes; a column of another type is stored as that type is} */
    public static List<AnnotatedOperation> changes(
            QualifiedName relation, Column from, Column to, ServerVersion version) {
        List<AnnotatedOperation> changes = new ArrayList<>();
        String old = ColumnChanges.isRetyped(from, to) ? null : from.storage();
        if (!Objects.equals(old, to.storage())) {
            changes.add(AnnotatedOperation.of(
                    new AlterColumnStorage(relation, to.name(), or(old, "DEFAULT"), or(to.storage(), "DEFAULT"))));
        }
        if (!Objects.equals(from.compression(), to.compression()) && version.atLeast(14)) {
            changes.add(AnnotatedOperation.of(new AlterColumnCompression(
                    relation, to.name(), or(from.compression(), "default"), or(to.compression(), "default"))));
        }
        if (!Objects.equals(from.statistics(), to.statistics())) {
            changes.add(AnnotatedOperation.of(new AlterColumnStatistics(
                    relation, to.name(), orUnset(from.statistics()), orUnset(to.statistics()))));
        }
        if (!from.options().equals(to.options())) {
            changes.add(
                    AnnotatedOperation.of(new AlterColumnOptions(relation, to.name(), from.options(), to.options())));
        }
        return changes;
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static int orUnset(@Nullable Integer value) {
        return value == null ? -1 : value;
    }
}
