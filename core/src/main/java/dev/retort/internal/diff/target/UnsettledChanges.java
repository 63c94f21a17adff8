/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.model.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.PartitionOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes in the model that PostgreSQL has no statement for, one sentence each. */
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

    /** Adds that a table is attached to another parent, which rows, keys and indexes have to fit. */
    void addIfAttachedElsewhere(Table there, Table wanted) {
        List<String> statements = new ArrayList<>();
        String table = SqlText.quoted(there.name());
        if (!Objects.equals(there.partitionOf(), wanted.partitionOf())) {
            statements.addAll(ofPartition(table, there.partitionOf(), wanted.partitionOf()));
        }
        there.inherits().stream()
                .filter(parent -> !wanted.inherits().contains(parent))
                .forEach(parent -> statements.add(alter(table) + "NO INHERIT " + SqlText.quoted(parent) + ";"));
        wanted.inherits().stream()
                .filter(parent -> !there.inherits().contains(parent))
                .forEach(parent -> statements.add(alter(table) + "INHERIT " + SqlText.quoted(parent) + ";"));
        if (!statements.isEmpty()) {
            add("In the model, " + there.key()
                    + " has another parent or another bound. The script does not contain that"
                    + " change, because the rows, keys and indexes of the table have to fit. Write it into the script: "
                    + String.join(" ", statements));
        }
    }

    private static List<String> ofPartition(String table, @Nullable PartitionOf there, @Nullable PartitionOf wanted) {
        List<String> statements = new ArrayList<>();
        if (there != null) {
            statements.add(alter(SqlText.quoted(there.parent())) + "DETACH PARTITION " + table + ";");
        }
        if (wanted != null) {
            statements.add(
                    alter(SqlText.quoted(wanted.parent())) + "ATTACH PARTITION " + table + " " + wanted.bound() + ";");
        }
        return statements;
    }

    private static String alter(String table) {
        return "ALTER TABLE " + table + " ";
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
        return value == null || value.equals(List.of()) ? "nothing" : value.toString();
    }
}
