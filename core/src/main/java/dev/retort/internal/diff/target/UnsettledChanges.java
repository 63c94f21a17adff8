/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.PartitionOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the model changes and PostgreSQL cannot, one sentence each. */
final class UnsettledChanges {

    private final List<String> sentences = new ArrayList<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    /** Adds a change of a property that has no statement, if it is one. */
    void addIfDifferent(@Nullable Object there, @Nullable Object wanted, ObjectKey object, String what) {
        if (!Objects.equals(there, wanted)) {
            String another = object.kind() == ObjectKind.TABLE
                    ? "it needs a new table and a copy of the rows."
                    : "it needs a new type and new columns of that type.";
            add("In the model, " + object + " changes " + what + " (" + words(there) + " to " + words(wanted)
                    + "): PostgreSQL has no statement for that; " + another);
        }
    }

    /** Adds a change of a column that a partition key has. */
    void addOfPartitionKey(Table table, Column old, @Nullable Column wanted) {
        String change = wanted == null ? "does not exist" : "is " + words(wanted);
        add("In the model, column " + table.name() + "." + old.name() + " " + change + " instead of " + words(old)
                + ": PostgreSQL does not alter a column of a partition key, so it stays. The change needs a new table"
                + " and a copy of the rows.");
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    private static String words(Column column) {
        return column.type().sql() + (column.collation() == null ? "" : " COLLATE " + column.collation());
    }

    private static String words(@Nullable Object value) {
        if (value instanceof PartitionOf partition) {
            return partition.parent() + " " + partition.bound();
        }
        return value == null || value.equals(List.of()) ? "nothing" : value.toString();
    }
}
