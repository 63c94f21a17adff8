/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.diff.model.ListedValues;
import dev.retort.internal.scratch.Scratch;
import dev.retort.lint.MappedObjects;
import dev.retort.model.SchemaModel;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.EnumType;
import dev.retort.schema.Table;
import dev.retort.schema.part.Constraint;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what entities map: the tables that their own DDL creates. */
final class MappedReader {

    private MappedReader() {}

    static MappedObjects read(SchemaModel model, Scratch scratch) throws SQLException {
        scratch.run(model);
        DatabaseSchema schema = new CatalogReader().read(scratch.connection(), Scope.ofDatabase());
        Map<String, Map<String, String>> tables = new TreeMap<>();
        Map<String, Set<String>> constants = new TreeMap<>();
        for (Table table : schema.tables()) {
            tables.put(table.name().toString(), types(table));
            table.constraints().stream()
                    .filter(Constraint.Check.class::isInstance)
                    .map(Constraint.Check.class::cast)
                    .forEach(check -> ListedValues.of(check.expression())
                            .ifPresent(listed -> constants.put(table.name() + "." + listed.column(), listed.values())));
        }
        Map<String, Set<String>> enums = new TreeMap<>();
        schema.types().stream()
                .filter(EnumType.class::isInstance)
                .map(EnumType.class::cast)
                .forEach(type -> enums.put(type.name().toString(), Set.copyOf(type.labels())));
        return new MappedObjects("this build", tables, enums, constants);
    }

    private static Map<String, String> types(Table table) {
        Map<String, String> types = new TreeMap<>();
        table.columns().forEach(column -> types.put(column.name(), column.type().sql()));
        return types;
    }
}
