/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.AttachedIndex;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Grant;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.PartitionOf;
import dev.retort.schema.part.Policy;
import dev.retort.schema.part.TableOptions;
import dev.retort.schema.part.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a table while a copy of it is made. */
final class TableBuilder {

    QualifiedName name;
    List<Column> columns;
    List<Constraint> constraints;
    List<Index> indexes;
    List<AttachedIndex> attachedIndexes;
    List<Trigger> triggers;
    List<Policy> policies;
    TableOptions options;

    @Nullable
    String partitionBy;

    @Nullable
    PartitionOf partitionOf;

    List<QualifiedName> inherits;
    List<Grant> grants;

    @Nullable
    String comment;

    TableBuilder(Table table) {
        name = table.name();
        columns = table.columns();
        constraints = table.constraints();
        indexes = table.indexes();
        attachedIndexes = table.attachedIndexes();
        triggers = table.triggers();
        policies = table.policies();
        options = table.options();
        partitionBy = table.partitionBy();
        partitionOf = table.partitionOf();
        inherits = table.inherits();
        grants = table.grants();
        comment = table.comment();
    }

    Table table() {
        return new Table(
                name,
                columns,
                constraints,
                indexes,
                attachedIndexes,
                triggers,
                policies,
                options,
                partitionBy,
                partitionOf,
                inherits,
                grants,
                comment);
    }
}
