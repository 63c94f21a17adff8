/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Deferrability;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Statements that make what was read, written with nothing but what was read. */
final class WrittenFromReading {

    private WrittenFromReading() {}

    static String create(QualifiedName table, Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + Identifiers.quote(nameOf(index.name()))
                + " ON "
                + quote(table) + " USING " + index.method() + " (" + elements(index.elements()) + ")"
                + include(index.include()) + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + storage(index.storage()) + where(index.predicate());
    }

    static String add(QualifiedName table, Constraint constraint) {
        return "ALTER TABLE " + quote(table) + " ADD CONSTRAINT " + Identifiers.quote(nameOf(constraint.name())) + " "
                + definition(constraint);
    }

    static String quote(QualifiedName name) {
        return Identifiers.quote(name.schema(), name.name());
    }

    static String nameOf(@Nullable String name) {
        if (name == null) {
            throw new AssertionError("What is read has a name");
        }
        return name;
    }

    private static String definition(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return "PRIMARY KEY (" + columns(key.columns()) + (key.withoutOverlaps() ? " WITHOUT OVERLAPS" : "") + ")"
                    + include(key.include()) + storage(key.storage()) + deferrability(key.deferrability());
        }
        if (constraint instanceof Constraint.Unique key) {
            return "UNIQUE " + (key.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + "(" + columns(key.columns())
                    + (key.withoutOverlaps() ? " WITHOUT OVERLAPS" : "") + ")" + include(key.include())
                    + storage(key.storage()) + deferrability(key.deferrability());
        }
        if (constraint instanceof Constraint.Check check) {
            return "CHECK (" + check.expression() + ")" + (check.noInherit() ? " NO INHERIT" : "")
                    + state(check.validated(), check.enforced());
        }
        return constraint instanceof Constraint.Exclusion exclusion
                ? exclusion(exclusion)
                : foreignKey((Constraint.ForeignKey) constraint);
    }

    private static String exclusion(Constraint.Exclusion exclusion) {
        String parts = IntStream.range(0, exclusion.elements().size())
                .mapToObj(i -> element(exclusion.elements().get(i)) + " WITH "
                        + exclusion.operators().get(i))
                .collect(Collectors.joining(", "));
        String predicate = exclusion.predicate();
        return "EXCLUDE USING " + exclusion.method() + " (" + parts + ")" + include(exclusion.include())
                + storage(exclusion.storage()) + (predicate == null ? "" : " WHERE (" + predicate + ")")
                + deferrability(exclusion.deferrability());
    }

    private static String foreignKey(Constraint.ForeignKey key) {
        return "FOREIGN KEY (" + columns(key.columns(), key.period()) + ") REFERENCES " + quote(key.referenced()) + " ("
                + columns(key.referencedColumns(), key.period()) + ")" + (key.matchFull() ? " MATCH FULL" : "")
                + " ON UPDATE " + words(key.onUpdate()) + " ON DELETE " + words(key.onDelete())
                + (key.onDeleteColumns().isEmpty() ? "" : " (" + columns(key.onDeleteColumns()) + ")")
                + deferrability(key.deferrability()) + state(key.validated(), key.enforced());
    }

    private static String state(boolean validated, boolean enforced) {
        if (!enforced) {
            return " NOT ENFORCED";
        }
        return validated ? "" : " NOT VALID";
    }

    private static String words(Enum<?> action) {
        return action.name().replace('_', ' ');
    }

    private static String deferrability(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private static String elements(List<IndexElement> elements) {
        return elements.stream().map(WrittenFromReading::element).collect(Collectors.joining(", "));
    }

    private static String element(IndexElement element) {
        String column = element.column();
        String nulls = element.descending() == element.nullsFirst()
                ? ""
                : element.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
        return (column == null ? "(" + element.expression() + ")" : Identifiers.quote(column))
                + (element.collation() == null ? "" : " COLLATE " + element.collation())
                + (element.operatorClass() == null ? "" : " " + element.operatorClass())
                + (element.descending() ? " DESC" : "")
                + nulls;
    }

    private static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + columns(columns) + ")";
    }

    private static String columns(List<String> columns) {
        return columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    private static String columns(List<String> columns, boolean period) {
        int last = columns.size() - 1;
        return period
                ? columns(columns.subList(0, last)) + ", PERIOD " + Identifiers.quote(columns.get(last))
                : columns(columns);
    }

    private static String storage(IndexStorage storage) {
        return storage.parameters().isEmpty()
                ? ""
                : storage.parameters().entrySet().stream()
                        .map(parameter -> parameter.getKey() + " = " + parameter.getValue())
                        .collect(Collectors.joining(", ", " WITH (", ")"));
    }

    private static String where(@Nullable String predicate) {
        return predicate == null ? "" : " WHERE " + predicate;
    }
}
