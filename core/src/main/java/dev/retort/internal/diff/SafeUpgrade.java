/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import dev.retort.internal.diff.compare.Replacements;
import dev.retort.internal.diff.compare.SafeSteps;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.Operation;
import dev.retort.operation.recipe.SafeRecipes;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Replaces operations that would block writes to a table for a time that grows with its rows by recipes. If there is no
 * recipe, a note says so.
 *
 * @param version the server's version
 * @param tables the existing tables without partitioned tables, partitions, parents and child tables: the recipes are
 *     safe only for plain tables
 */
public record SafeUpgrade(ServerVersion version, Set<QualifiedName> tables) {

    /** Copies the tables. */
    public SafeUpgrade {
        tables = Set.copyOf(tables);
    }

    /** {@return the upgrade of a database as it is} */
    public static SafeUpgrade of(ServerVersion version, DatabaseSchema database) {
        Set<QualifiedName> parents = database.tables().stream()
                .flatMap(table -> table.inherits().stream())
                .collect(Collectors.toSet());
        Set<QualifiedName> plain = database.tables().stream()
                .filter(table -> table.partitionBy() == null && table.partitionOf() == null)
                .filter(table -> table.inherits().isEmpty() && !parents.contains(table.name()))
                .map(Table::name)
                .collect(Collectors.toSet());
        return new SafeUpgrade(version, plain);
    }

    /** {@return the changes that end where these end, in steps that let others write meanwhile} */
    public List<AnnotatedOperation> of(List<AnnotatedOperation> upgrade) {
        SafeSteps steps = new SafeSteps(new SafeRecipes(version), tablesUnderAnyName(upgrade));
        Replacements replacements = Replacements.in(upgrade, steps);
        List<AnnotatedOperation> safe = new ArrayList<>();
        for (AnnotatedOperation change : upgrade) {
            Operation replaced = replacements.replacedBy(change.operation());
            if (replaced != null) {
                safe.addAll(steps.replacing(replaced, change));
            } else if (!replacements.isReplaced(change.operation())) {
                safe.addAll(steps.of(change));
            }
        }
        return List.copyOf(safe);
    }

    private Set<QualifiedName> tablesUnderAnyName(List<AnnotatedOperation> upgrade) {
        Set<QualifiedName> names = new HashSet<>(tables);
        for (AnnotatedOperation change : upgrade) {
            if (change.operation() instanceof Rename rename) {
                QualifiedName name = rename.object().name();
                boolean ofTable = rename.object().equals(ObjectKey.of(ObjectKind.TABLE, name));
                names.addAll(ofTable && names.contains(name) ? Set.of(name.sibling(rename.to())) : Set.of());
            }
        }
        return names;
    }
}
