/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.mapping.StatedObjects;
import dev.retort.schema.CompositeType;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.Namespace;
import dev.retort.schema.RangeType;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Privileges are compared only when the model states some; otherwise an object keeps what it has. Of an object that an object file
 * states they are compared when that file states, or stated, some.
 */
public final class GrantPolicy {

    private final boolean compared;
    private final StatedObjects objects;

    public GrantPolicy(DatabaseSchema model, StatedObjects objects) {
        this.objects = objects;
        this.compared = model.objects().stream()
                .filter(object -> !objects.contains(object.key()))
                .anyMatch(GrantPolicy::statesSome);
    }

    /** {@return whether the privileges of an object are compared} */
    public boolean isCompared(ObjectKey key) {
        return objects.contains(key) ? objects.comparesGrants(key) : compared;
    }

    private static boolean statesSome(SchemaObject object) {
        boolean onColumn = object instanceof Table table
                && table.columns().stream().anyMatch(column -> !column.grants().isEmpty());
        return onColumn || object.grants().stream().anyMatch(grant -> !isInitial(object, grant));
    }

    /** Every database has privileges of PUBLIC on the schema public. */
    private static boolean isInitial(SchemaObject object, Grant grant) {
        return object instanceof Namespace namespace
                && namespace.name().equals("public")
                && grant.grantee().isEmpty();
    }

    /** {@return the wanted object with the privileges it is to have} */
    @SuppressWarnings("unchecked") // withGrants returns the same kind of object
    <T extends SchemaObject> T settle(T wanted, @Nullable SchemaObject there) {
        return isCompared(wanted.key()) || there == null ? wanted : (T) withGrants(wanted, there);
    }

    private static SchemaObject withGrants(SchemaObject wanted, SchemaObject there) {
        List<Grant> grants = there.grants();
        if (wanted instanceof Table table && there instanceof Table old) {
            return table.withGrants(grants)
                    .withColumns(table.columns().stream()
                            .map(column -> old.column(column.name())
                                    .map(before -> column.withGrants(before.grants()))
                                    .orElse(column))
                            .toList());
        }
        if (wanted instanceof Namespace namespace) {
            return new Namespace(namespace.name(), grants, namespace.comment());
        }
        if (wanted instanceof DefinedObject defined) {
            return defined.withGrants(grants);
        }
        if (wanted instanceof Sequence sequence) {
            return new Sequence(
                    sequence.name(),
                    sequence.type(),
                    sequence.options(),
                    sequence.ownedBy(),
                    sequence.unlogged(),
                    grants,
                    sequence.comment());
        }
        if (wanted instanceof Routine routine) {
            return new Routine(
                    routine.name(),
                    routine.procedure(),
                    routine.arguments(),
                    routine.result(),
                    routine.definition(),
                    grants,
                    routine.comment());
        }
        return wanted instanceof View || wanted instanceof MaterializedView
                ? viewWithGrants(wanted, there, grants)
                : typeWithGrants(wanted, grants);
    }

    private static SchemaObject viewWithGrants(SchemaObject wanted, SchemaObject there, List<Grant> grants) {
        if (wanted instanceof View view) {
            return new View(
                    view.name(),
                    columnsWithGrants(view.columns(), there),
                    view.query(),
                    view.options(),
                    view.triggers(),
                    grants,
                    view.comment());
        }
        MaterializedView view = (MaterializedView) wanted;
        return new MaterializedView(
                view.name(),
                columnsWithGrants(view.columns(), there),
                view.query(),
                view.indexes(),
                view.parameters(),
                view.tablespace(),
                view.populated(),
                grants,
                view.comment());
    }

    private static List<Column> columnsWithGrants(List<Column> wanted, SchemaObject there) {
        List<Column> old = there instanceof View view
                ? view.columns()
                : there instanceof MaterializedView view ? view.columns() : List.of();
        return wanted.stream()
                .map(column -> old.stream()
                        .filter(other -> other.name().equals(column.name()))
                        .findFirst()
                        .map(other -> column.withGrants(other.grants()))
                        .orElse(column))
                .toList();
    }

    private static SchemaObject typeWithGrants(SchemaObject wanted, List<Grant> grants) {
        if (wanted instanceof EnumType type) {
            return new EnumType(type.name(), type.labels(), grants, type.comment());
        }
        if (wanted instanceof CompositeType type) {
            return new CompositeType(type.name(), type.attributes(), grants, type.comment());
        }
        if (wanted instanceof RangeType type) {
            return new RangeType(type.name(), type.definition(), grants, type.comment());
        }
        return wanted instanceof Domain domain
                ? new Domain(
                        domain.name(),
                        domain.type(),
                        domain.collation(),
                        domain.defaultExpression(),
                        domain.notNull(),
                        domain.checks(),
                        grants,
                        domain.comment())
                : wanted;
    }
}
