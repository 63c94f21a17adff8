/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.compare;

import dev.retort.internal.diff.model.ComparedSchemas;
import dev.retort.internal.diff.order.DiffSteps;
import dev.retort.internal.diff.order.Rank;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.DatabaseOperation.CreateExtension;
import dev.retort.operation.DatabaseOperation.CreateSchema;
import dev.retort.operation.DatabaseOperation.DropExtension;
import dev.retort.operation.DatabaseOperation.DropSchema;
import dev.retort.operation.ObjectOperation.SetSchema;
import dev.retort.schema.Extension;
import dev.retort.schema.Namespace;
import dev.retort.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares schemas and extensions. */
public final class DatabaseComparison {

    private final ComparedSchemas sides;
    private final DiffSteps steps;

    public DatabaseComparison(ComparedSchemas sides, DiffSteps steps) {
        this.sides = sides;
        this.steps = steps;
    }

    public void compare() {
        for (Namespace from : sides.from().schema().namespaces()) {
            SchemaObject to = sides.to().object(from.key());
            if (to == null) {
                steps.add(Rank.DROP_SCHEMA, from.key(), AnnotatedOperation.of(DropSchema.of(from)));
            } else {
                steps.add(Rank.SCHEMA, from.key(), changes(from, (Namespace) to));
            }
        }
        for (Namespace to : sides.to().schema().namespaces()) {
            if (!sides.from().has(to.key())) {
                steps.add(Rank.SCHEMA, to.key(), AnnotatedOperation.of(new CreateSchema(to, false)));
            }
        }
        extensions();
    }

    private static List<AnnotatedOperation> changes(Namespace from, Namespace to) {
        List<AnnotatedOperation> changes =
                new ArrayList<>(CommentAndGrantComparison.comment(to.key(), from.comment(), to.comment()));
        changes.addAll(CommentAndGrantComparison.grants(to.key(), from.grants(), to.grants()));
        return changes;
    }

    private void extensions() {
        for (Extension from : sides.from().schema().extensions()) {
            SchemaObject to = sides.to().object(from.key());
            if (to == null) {
                steps.add(Rank.DROP_EXTENSION, from.key(), AnnotatedOperation.of(DropExtension.of(from)));
            } else {
                steps.add(Rank.EXTENSION, from.key(), changes(from, (Extension) to));
            }
        }
        for (Extension to : sides.to().schema().extensions()) {
            if (!sides.from().has(to.key())) {
                Extension newest = new Extension(to.name(), to.schema(), null);
                steps.add(Rank.EXTENSION, to.key(), AnnotatedOperation.of(new CreateExtension(newest, false)));
            }
        }
    }

    private static List<AnnotatedOperation> changes(Extension from, Extension to) {
        return to.schema() == null || Objects.equals(from.schema(), to.schema())
                ? List.of()
                : List.of(AnnotatedOperation.of(new SetSchema(to.key(), from.schema(), to.schema())));
    }
}
