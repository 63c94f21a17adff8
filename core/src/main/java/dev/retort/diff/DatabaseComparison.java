/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

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
final class DatabaseComparison {

    private final Sides sides;
    private final Steps steps;

    DatabaseComparison(Sides sides, Steps steps) {
        this.sides = sides;
        this.steps = steps;
    }

    void compare() {
        for (Namespace from : sides.from().schema().namespaces()) {
            SchemaObject to = sides.to().object(from.key());
            if (to == null) {
                steps.add(Rank.DROP_SCHEMA, from.key(), Change.of(DropSchema.of(from)));
            } else {
                steps.add(Rank.SCHEMA, from.key(), changes(from, (Namespace) to));
            }
        }
        for (Namespace to : sides.to().schema().namespaces()) {
            if (!sides.from().has(to.key())) {
                steps.add(Rank.SCHEMA, to.key(), Change.of(new CreateSchema(to, false)));
            }
        }
        extensions();
    }

    private static List<Change> changes(Namespace from, Namespace to) {
        List<Change> changes = new ArrayList<>(Remarks.comment(to.key(), from.comment(), to.comment()));
        changes.addAll(Remarks.grants(to.key(), from.grants(), to.grants()));
        return changes;
    }

    private void extensions() {
        for (Extension from : sides.from().schema().extensions()) {
            SchemaObject to = sides.to().object(from.key());
            if (to == null) {
                steps.add(Rank.DROP_EXTENSION, from.key(), Change.of(DropExtension.of(from)));
            } else {
                steps.add(Rank.EXTENSION, from.key(), changes(from, (Extension) to));
            }
        }
        for (Extension to : sides.to().schema().extensions()) {
            if (!sides.from().has(to.key())) {
                Extension newest = new Extension(to.name(), to.schema(), null);
                steps.add(Rank.EXTENSION, to.key(), Change.of(new CreateExtension(newest, false)));
            }
        }
    }

    private static List<Change> changes(Extension from, Extension to) {
        return to.schema() == null || Objects.equals(from.schema(), to.schema())
                ? List.of()
                : List.of(Change.of(new SetSchema(to.key(), from.schema(), to.schema())));
    }
}
