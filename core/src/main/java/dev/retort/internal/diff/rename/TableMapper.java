/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.internal.diff.model.Serial;
import dev.retort.schema.Table;
import dev.retort.schema.name.DefaultNames;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.Exclusion;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.NotNull;
import dev.retort.schema.part.PartitionOf;
import dev.retort.schema.part.Policy;
import dev.retort.schema.part.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies a table with new names. */
final class TableMapper {

    private final NewNames names;

    TableMapper(NewNames names) {
        this.names = names;
    }

    Table table(Table table) {
        QualifiedName name = table.name();
        PartitionOf partition = table.partitionOf();
        return new Table(
                names.object(name),
                table.columns().stream().map(column -> column(name, column)).toList(),
                table.constraints().stream()
                        .map(constraint -> constraint(name, constraint))
                        .toList(),
                table.indexes().stream().map(index -> index(name, index)).toList(),
                table.attachedIndexes(),
                table.triggers().stream().map(trigger -> trigger(name, trigger)).toList(),
                table.policies().stream().map(policy -> policy(name, policy)).toList(),
                table.options(),
                names.nullableSqlOf(name, table.partitionBy()),
                partition == null ? null : new PartitionOf(names.object(partition.parent()), partition.bound()),
                table.inherits().stream().map(names::object).toList(),
                table.grants(),
                table.comment());
    }

    Column column(QualifiedName table, Column column) {
        Column renamed = column.withName(names.column(table, column.name()))
                .withType(new DataType(names.sql(column.type().sql())))
                .withValue(
                        column.value() instanceof ColumnValue.Identity identity
                                ? identity(table, column, identity)
                                : value(table, column.value()));
        return renamed.withNotNull(notNull(table, column));
    }

    /** The constraint keeps the name that PostgreSQL derived from the column's. */
    private @Nullable NotNull notNull(QualifiedName table, Column column) {
        NotNull notNull = column.notNull();
        boolean renamed = !names.object(table).equals(table)
                || !names.column(table, column.name()).equals(column.name());
        if (notNull == null || notNull.name() != null || !renamed) {
            return notNull;
        }
        String name = DefaultNames.of(table.name(), column.name(), "not_null");
        return names.notNullHasName() ? new NotNull(name, notNull.noInherit(), notNull.validated()) : notNull;
    }

    private ColumnValue value(QualifiedName table, ColumnValue value) {
        if (value instanceof ColumnValue.Default given) {
            return new ColumnValue.Default(names.sqlOf(table, given.expression()));
        }
        if (value instanceof ColumnValue.Generated generated) {
            return new ColumnValue.Generated(names.sqlOf(table, generated.expression()), generated.stored());
        }
        return value;
    }

    /** The sequence of an identity column keeps the name that PostgreSQL derived from the column's. */
    private ColumnValue identity(QualifiedName table, Column column, ColumnValue.Identity identity) {
        QualifiedName sequence = names.object(Serial.sequence(table, column.name(), identity));
        QualifiedName usual = Serial.usualSequence(names.object(table), names.column(table, column.name()));
        return new ColumnValue.Identity(
                identity.always(), identity.options(), sequence.equals(usual) ? null : sequence);
    }

    private Constraint constraint(QualifiedName table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(
                    key.name(),
                    columns(table, key.columns()),
                    columns(table, key.include()),
                    key.withoutOverlaps(),
                    key.deferrability(),
                    key.storage(),
                    key.comment());
        }
        if (constraint instanceof Unique unique) {
            return new Unique(
                    unique.name(),
                    columns(table, unique.columns()),
                    columns(table, unique.include()),
                    unique.nullsNotDistinct(),
                    unique.withoutOverlaps(),
                    unique.deferrability(),
                    unique.storage(),
                    unique.comment());
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(table, key);
        }
        return constraint instanceof Check check ? check(table, check) : exclusion(table, (Exclusion) constraint);
    }

    private ForeignKey foreignKey(QualifiedName table, ForeignKey key) {
        return new ForeignKey(
                key.name(),
                columns(table, key.columns()),
                names.object(key.referenced()),
                columns(key.referenced(), key.referencedColumns()),
                key.onUpdate(),
                key.onDelete(),
                columns(table, key.onDeleteColumns()),
                key.matchFull(),
                key.period(),
                key.deferrability(),
                key.validated(),
                key.enforced(),
                key.comment());
    }

    /** {@return a check of a domain} */
    Check check(Check check) {
        return withExpression(check, names.sql(check.expression()));
    }

    private Check check(QualifiedName table, Check check) {
        return withExpression(check, names.sqlOf(table, check.expression()));
    }

    private static Check withExpression(Check check, String expression) {
        return new Check(
                check.name(),
                expression,
                check.noInherit(),
                check.validated(),
                check.enforced(),
                check.inherited(),
                check.comment());
    }

    private Exclusion exclusion(QualifiedName table, Exclusion exclusion) {
        return new Exclusion(
                exclusion.name(),
                exclusion.method(),
                elements(table, exclusion.elements()),
                exclusion.operators(),
                columns(table, exclusion.include()),
                names.nullableSqlOf(table, exclusion.predicate()),
                exclusion.deferrability(),
                exclusion.storage(),
                exclusion.comment());
    }

    Index index(QualifiedName table, Index index) {
        return new Index(
                index.name(),
                index.unique(),
                index.nullsNotDistinct(),
                index.method(),
                elements(table, index.elements()),
                columns(table, index.include()),
                names.nullableSqlOf(table, index.predicate()),
                index.storage(),
                index.valid(),
                index.comment());
    }

    private List<IndexElement> elements(QualifiedName table, List<IndexElement> elements) {
        return elements.stream().map(element -> element(table, element)).toList();
    }

    private IndexElement element(QualifiedName table, IndexElement element) {
        String column = element.column();
        return new IndexElement(
                column == null ? null : names.column(table, column),
                names.nullableSqlOf(table, element.expression()),
                element.collation(),
                element.operatorClass(),
                element.descending(),
                element.nullsFirst());
    }

    Trigger trigger(QualifiedName table, Trigger trigger) {
        return new Trigger(
                trigger.name(), names.sqlOf(table, trigger.definition()), trigger.enabled(), trigger.comment());
    }

    private Policy policy(QualifiedName table, Policy policy) {
        return new Policy(
                policy.name(),
                policy.permissive(),
                policy.command(),
                policy.roles(),
                names.nullableSqlOf(table, policy.using()),
                names.nullableSqlOf(table, policy.withCheck()),
                policy.comment());
    }

    private List<String> columns(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> names.column(table, column)).toList();
    }
}
