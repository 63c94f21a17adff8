/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import java.util.HashSet;
import java.util.Set;

/**
 * Domains that columns of tables have within an array or a composite type: PostgreSQL does not look into those, and so refuses
 * to add a check to such a domain, or {@code NOT NULL}.
 */
final class NestedDomains {

    private final Lookup side;
    private final Set<QualifiedName> nested = new HashSet<>();
    private final Set<QualifiedName> seen = new HashSet<>();

    NestedDomains(Lookup side) {
        this.side = side;
        for (Table table : side.schema().tables()) {
            table.columns().forEach(column -> visit(column, false));
        }
    }

    private void visit(Column column, boolean within) {
        String sql = column.type().sql();
        boolean array = sql.endsWith("[]");
        visit(array ? sql.substring(0, sql.length() - 2) : sql, within || array);
    }

    private void visit(String type, boolean within) {
        QualifiedName name = SqlText.qualified(type);
        if (name == null || name.schema() == null) {
            return;
        }
        SchemaObject domain = side.object(ObjectKey.of(ObjectKind.DOMAIN, name));
        if (domain instanceof Domain && within) {
            nested.add(name);
        }
        SchemaObject composite = side.object(ObjectKey.of(ObjectKind.TYPE, name));
        if (composite instanceof CompositeType whole && seen.add(name)) {
            whole.attributes().forEach(attribute -> visit(attribute, true));
        }
    }

    /** {@return whether a domain cannot get a check} */
    boolean contains(QualifiedName domain) {
        return nested.contains(domain);
    }
}
