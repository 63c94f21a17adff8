/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.schema.name.DefaultNames;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;

/**
 * Names for objects that give up theirs.
 *
 * @param from the schema before
 * @param to the schema after
 */
public record SpareNames(Lookup from, Lookup to) {

    /** {@return a name that neither schema has} */
    public QualifiedName of(QualifiedName name) {
        QualifiedName spare = name.sibling(DefaultNames.of(name.name(), "old"));
        for (int number = 2; isTaken(from, spare) || isTaken(to, spare); number++) {
            spare = name.sibling(DefaultNames.of(name.name(), "old" + number));
        }
        return spare;
    }

    private static boolean isTaken(Lookup side, QualifiedName name) {
        return side.relation(name) != null
                || side.has(ObjectKey.of(ObjectKind.DOMAIN, name))
                || side.identity(name) != null;
    }
}
