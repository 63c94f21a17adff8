/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.schema.MaterializedView;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Policy;
import dev.retort.schema.part.Trigger;
import java.sql.SQLException;
import java.util.List;

/**
 * The parts of relations, and the relations put together from them.
 *
 * @param annotations comments and privileges
 * @param columns their columns
 * @param indexes their indexes
 * @param constraints their constraints
 * @param triggers their triggers
 * @param policies their policies
 */
record RelationParts(
        Annotations annotations,
        ByOwner<Column> columns,
        Indexes indexes,
        ByOwner<Constraint> constraints,
        ByOwner<Trigger> triggers,
        ByOwner<Policy> policies) {

    /** Reads the parts of these relations, whose columns have been read. */
    static RelationParts read(Found found, ByOwner<Column> columns, List<String> relations) throws SQLException {
        Indexes indexes = IndexReader.read(found, relations);
        ByOwner<Constraint> constraints = ConstraintReader.read(found, indexes, relations);
        TriggerReader triggers = new TriggerReader(found);
        return new RelationParts(
                found.annotations(),
                columns,
                indexes,
                constraints,
                triggers.triggers(relations),
                triggers.policies(relations));
    }

    Table table(Relation relation) {
        long oid = relation.oid();
        return new Table(
                relation.name(),
                columns.of(oid),
                constraints.of(oid),
                indexes.of(oid),
                indexes.attached(oid),
                triggers.of(oid),
                policies.of(oid),
                relation.options(),
                relation.partitionBy(),
                relation.partitionOf(),
                relation.inherits(),
                annotations.grants(relation.address()),
                annotations.comment(relation.address()));
    }

    SchemaObject view(Relation relation) {
        return relation.key().kind() == ObjectKind.VIEW ? plainView(relation) : materializedView(relation);
    }

    private View plainView(Relation relation) {
        return new View(
                relation.name(),
                columns.of(relation.oid()),
                relation.query(),
                relation.options().parameters(),
                triggers.of(relation.oid()),
                annotations.grants(relation.address()),
                annotations.comment(relation.address()));
    }

    private MaterializedView materializedView(Relation relation) {
        return new MaterializedView(
                relation.name(),
                columns.of(relation.oid()),
                relation.query(),
                indexes.of(relation.oid()),
                relation.options().parameters(),
                relation.options().tablespace(),
                relation.populated(),
                annotations.grants(relation.address()),
                annotations.comment(relation.address()));
    }
}
