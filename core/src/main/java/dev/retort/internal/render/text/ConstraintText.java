/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.text;

import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.Exclusion;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.Deferrability;
import dev.retort.schema.part.ForeignKeyAction;
import dev.retort.schema.part.IndexStorage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a constraint for {@code CREATE TABLE} and {@code ADD}. */
public record ConstraintText(Dialect dialect) {

    /** {@return a constraint with its name} */
    public String definition(Constraint constraint) {
        return named(constraint.name()) + body(constraint);
    }

    /** {@return whether {@code CREATE TABLE} can make it as it is} */
    public static boolean fitsInTable(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.validated() || !key.enforced();
        }
        return !(constraint instanceof Check check) || check.validated() || !check.enforced();
    }

    /** {@return {@code CONSTRAINT name }, or nothing where PostgreSQL chooses the name} */
    public String named(@Nullable String name) {
        return name == null ? "" : "CONSTRAINT " + dialect.quote(name) + " ";
    }

    private String body(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "PRIMARY KEY " + columns(key.columns(), key.withoutOverlaps()) + include(key.include())
                    + storage(key.storage()) + deferrable(key.deferrability());
        }
        if (constraint instanceof Unique unique) {
            return unique(unique);
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        }
        return constraint instanceof Check check ? check(check) : exclusion((Exclusion) constraint);
    }

    private String unique(Unique unique) {
        if (unique.nullsNotDistinct()) {
            dialect.require(15, "NULLS NOT DISTINCT");
        }
        return "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
                + columns(unique.columns(), unique.withoutOverlaps()) + include(unique.include())
                + storage(unique.storage()) + deferrable(unique.deferrability());
    }

    private String columns(List<String> columns, boolean withoutOverlaps) {
        if (!withoutOverlaps) {
            return dialect.list(columns);
        }
        dialect.require(18, "WITHOUT OVERLAPS");
        String list = dialect.list(columns);
        return list.substring(0, list.length() - 1) + " WITHOUT OVERLAPS)";
    }

    private String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE " + dialect.list(columns);
    }

    private String storage(IndexStorage storage) {
        return (storage.parameters().isEmpty() ? "" : " WITH " + dialect.parameters(storage.parameters()))
                + (storage.tablespace() == null
                        ? ""
                        : " USING INDEX TABLESPACE " + dialect.quote(storage.tablespace()));
    }

    /** {@return when it is checked, with a blank before, or nothing for the usual} */
    public static String deferrable(Deferrability deferrability) {
        return deferrability == Deferrability.NOT_DEFERRABLE ? "" : " " + words(deferrability);
    }

    /** {@return when it is checked} */
    public static String words(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "NOT DEFERRABLE";
            case INITIALLY_IMMEDIATE -> "DEFERRABLE";
            case INITIALLY_DEFERRED -> "DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private String foreignKey(ForeignKey key) {
        String columns = key.columns().isEmpty() ? "" : dialect.list(key.referencedColumns());
        String referenced = key.referencedColumns().isEmpty() ? "" : " " + columns;
        return "FOREIGN KEY " + period(dialect.list(key.columns()), key) + " REFERENCES "
                + dialect.name(key.referenced())
                + period(referenced, key) + (key.matchFull() ? " MATCH FULL" : "")
                + action(" ON UPDATE ", key.onUpdate()) + action(" ON DELETE ", key.onDelete()) + onDeleteColumns(key)
                + deferrable(key.deferrability()) + state(key.validated(), key.enforced());
    }

    private String period(String columns, ForeignKey key) {
        if (!key.period() || columns.isEmpty()) {
            return columns;
        }
        dialect.require(18, "foreign keys with PERIOD");
        int last = Math.max(columns.lastIndexOf(", ") + 1, columns.indexOf('('));
        int at = columns.charAt(last) == ' ' ? last + 1 : last;
        return columns.substring(0, at) + "PERIOD " + columns.substring(at);
    }

    private static String action(String words, ForeignKeyAction action) {
        return action == ForeignKeyAction.NO_ACTION ? "" : words + action.name().replace('_', ' ');
    }

    private String onDeleteColumns(ForeignKey key) {
        if (key.onDeleteColumns().isEmpty()) {
            return "";
        }
        dialect.require(15, "ON DELETE SET NULL for some of the columns");
        return " " + dialect.list(key.onDeleteColumns());
    }

    private String check(Check check) {
        return "CHECK (" + check.expression() + ")" + (check.noInherit() ? " NO INHERIT" : "")
                + state(check.validated(), check.enforced());
    }

    private String state(boolean validated, boolean enforced) {
        if (!enforced) {
            dialect.require(18, "NOT ENFORCED constraints");
            return " NOT ENFORCED";
        }
        return validated ? "" : " NOT VALID";
    }

    private String exclusion(Exclusion exclusion) {
        IndexText index = new IndexText(dialect);
        String elements = IntStream.range(0, exclusion.elements().size())
                .mapToObj(i -> index.element(exclusion.elements().get(i)) + " WITH "
                        + exclusion.operators().get(i))
                .collect(Collectors.joining(", ", " (", ")"));
        return "EXCLUDE USING " + dialect.quote(exclusion.method()) + elements + include(exclusion.include())
                + storage(exclusion.storage())
                + (exclusion.predicate() == null ? "" : " WHERE (" + exclusion.predicate() + ")")
                + deferrable(exclusion.deferrability());
    }
}
