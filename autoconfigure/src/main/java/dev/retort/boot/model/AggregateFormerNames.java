/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.model;

import dev.retort.annotation.RenamedFrom;
import dev.retort.error.RetortException;
import dev.retort.model.StatedFormerName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/** Collects the {@code @RenamedFrom} annotations of Spring Data JDBC entities. */
final class AggregateFormerNames {

    private final Set<StatedFormerName> found = new LinkedHashSet<>();

    /** Reads the annotation of the entity of a table. */
    void table(AggregatePath path) {
        RenamedFrom annotation = path.getRequiredLeafEntity().findAnnotation(RenamedFrom.class);
        add(path, null, annotation);
    }

    /** Reads the annotation of the property of a column. */
    void column(AggregatePath path) {
        RenamedFrom annotation = path.getRequiredLeafProperty().findAnnotation(RenamedFrom.class);
        add(path, folded(path.getColumnInfo().name()), annotation);
    }

    /** Refuses it on a property without a column. */
    void none(RelationalPersistentProperty property) {
        if (property.isAnnotationPresent(RenamedFrom.class)) {
            throw new RetortException(
                    "@RenamedFrom on " + property.getOwner().getName() + "." + property.getName() + " cannot be used.",
                    "The property does not map to a single column.",
                    "Put it on the class or the fields of the embedded type, or use --rename table.old:new instead.");
        }
    }

    private void add(AggregatePath path, @Nullable String column, @Nullable RenamedFrom annotation) {
        if (annotation == null) {
            return;
        }
        List<String> table = path.getTableInfo().qualifiedTableName().stream()
                .map(AggregateFormerNames::folded)
                .toList();
        String schema = table.size() > 1 ? table.get(0) : null;
        for (String formerly : annotation.value()) {
            found.add(new StatedFormerName(schema, table.get(table.size() - 1), column, formerly));
        }
    }

    /** PostgreSQL folds unquoted names to lower case. */
    private static String folded(SqlIdentifier name) {
        boolean quoted = AggregateTables.sql(name).startsWith("\"");
        return quoted ? name.getReference() : name.getReference().toLowerCase(Locale.ROOT);
    }

    List<StatedFormerName> list() {
        return new ArrayList<>(found);
    }
}
