/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.operation.ColumnOperation.AlterColumnCompression;
import dev.retort.operation.ColumnOperation.AlterColumnStatistics;
import dev.retort.operation.ColumnOperation.AlterColumnStorage;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the values of a column are stored and counted, in a table or a materialised view. */
final class ColumnStorage {

    private ColumnStorage() {}

    /** {@return the changes; a column of another type is stored as that type is} */
    static List<Change> changes(QualifiedName relation, Column from, Column to, ServerVersion version) {
        List<Change> changes = new ArrayList<>();
        String old = ColumnFate.isRetyped(from, to) ? null : from.storage();
        if (!Objects.equals(old, to.storage())) {
            changes.add(Change.of(
                    new AlterColumnStorage(relation, to.name(), or(old, "DEFAULT"), or(to.storage(), "DEFAULT"))));
        }
        if (!Objects.equals(from.compression(), to.compression()) && version.atLeast(14)) {
            changes.add(Change.of(new AlterColumnCompression(
                    relation, to.name(), or(from.compression(), "default"), or(to.compression(), "default"))));
        }
        if (!Objects.equals(from.statistics(), to.statistics())) {
            changes.add(Change.of(new AlterColumnStatistics(
                    relation, to.name(), orUnset(from.statistics()), orUnset(to.statistics()))));
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
