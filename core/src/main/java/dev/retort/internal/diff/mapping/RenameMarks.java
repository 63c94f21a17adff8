/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.sql.Identifiers;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The renames of a script as marks, so that what earlier marks say is found under the new names: {@code ~ client customer}. */
public final class RenameMarks {

    private RenameMarks() {}

    /**
     * {@return a mark for each rename of a table or column}
     *
     * @param renames the renames, in their order
     * @param schema the schema that is not written
     */
    public static List<String> of(List<AnnotatedOperation> renames, @Nullable String schema) {
        List<String> marks = new ArrayList<>();
        for (AnnotatedOperation change : renames) {
            if (change.operation() instanceof ObjectOperation.Rename rename) {
                ObjectKey key = rename.object();
                String table = name(key.name(), schema);
                if (key.kind() == ObjectKind.TABLE) {
                    marks.add("~ " + table + " " + name(key.name().sibling(rename.to()), schema));
                } else if (key.kind() == ObjectKind.COLUMN) {
                    marks.add("~ " + table + "." + Identifiers.quote(key.detail()) + " " + table + "."
                            + Identifiers.quote(rename.to()));
                }
            }
        }
        return marks;
    }

    private static String name(QualifiedName name, @Nullable String schema) {
        return name.schema() == null || name.schema().equals(schema)
                ? Identifiers.quote(name.name())
                : Identifiers.quote(name.schema(), name.name());
    }
}
