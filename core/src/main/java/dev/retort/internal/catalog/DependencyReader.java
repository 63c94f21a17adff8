/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads which of the objects that were read need which. */
final class DependencyReader {

    private static final Set<ObjectKind> PARTS =
            Set.of(ObjectKind.COLUMN, ObjectKind.CONSTRAINT, ObjectKind.TRIGGER, ObjectKind.POLICY, ObjectKind.RULE);

    private static final Set<ObjectKind> WHOLES =
            Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.FOREIGN_TABLE);

    private final ObjectNames names;
    private final List<Dependency> dependencies = new ArrayList<>();

    private DependencyReader(ObjectNames names) {
        this.names = names;
    }

    /** Reads, once all objects have their names. */
    static List<Dependency> read(Found found) throws SQLException {
        DependencyReader reader = new DependencyReader(found.names());
        found.session().query("dependencies", reader::add);
        return reader.dependencies;
    }

    private boolean add(CatalogRow row) throws SQLException {
        ObjectKey dependent = names.find(ObjectAddress.read(row));
        ObjectKey needed = names.find(
                new ObjectAddress(row.text("needed_catalog"), row.number("needed"), (int) row.number("needed_part")));
        return dependent != null
                && needed != null
                && !isPart(dependent, needed)
                && dependencies.add(new Dependency(dependent, needed));
    }

    /** Whether one is the other, or a part of it: PostgreSQL drops parts with their object. */
    private static boolean isPart(ObjectKey dependent, ObjectKey needed) {
        return dependent.equals(needed)
                || (PARTS.contains(dependent.kind())
                        && WHOLES.contains(needed.kind())
                        && dependent.name().equals(needed.name()));
    }
}
