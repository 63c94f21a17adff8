/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog.query;

import dev.retort.schema.name.QualifiedName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a database that is read.
 *
 * <p>Never read: the system's schemas, temporary objects, and what belongs to an extension.
 *
 * @param selection how the schemas are chosen
 * @param schemas the schemas where they are named; those that do not exist are not there for the reader either
 * @param ignored tables that are left out with everything that belongs to them; one without a schema in every schema
 * @param only the one table or view that is read; {@code null} for all
 */
public record Scope(
        Selection selection,
        List<String> schemas,
        Set<QualifiedName> ignored,
        @Nullable QualifiedName only) {

    /** How schemas are chosen. */
    public enum Selection {
        /** Those on the session's search path. */
        SESSION,
        /** Those that are named. */
        NAMED,
        /** All. */
        ALL
    }

    /** The tables that tools of migration keep, under the names that they have by default. */
    private static final Set<QualifiedName> TOOLS = Set.of(
            QualifiedName.of("alembic_version"),
            QualifiedName.of("retort_history"),
            QualifiedName.of("retort_script"),
            QualifiedName.of("retort_progress"),
            QualifiedName.of("flyway_schema_history"),
            QualifiedName.of("databasechangelog"),
            QualifiedName.of("databasechangeloglock"));

    private static final String ADOPTION_GUARD = "retort_adoption_guard";

    /** Copies the lists. */
    public Scope {
        schemas = List.copyOf(schemas);
        ignored = Set.copyOf(ignored);
    }

    /** Reads all tables but those that are ignored. */
    public Scope(Selection selection, List<String> schemas, Set<QualifiedName> ignored) {
        this(selection, schemas, ignored, null);
    }

    /** {@return one table or view with its parts, and what does not belong to a table} */
    public static Scope ofTable(QualifiedName table) {
        return new Scope(Selection.ALL, List.of(), Set.of(), table);
    }

    /** {@return the schemas on the session's search path, without the tables of migration tools} */
    public static Scope ofSession() {
        return new Scope(Selection.SESSION, List.of(), TOOLS);
    }

    /** {@return the schemas of these names, without the tables of migration tools} */
    public static Scope of(List<String> schemas) {
        return new Scope(Selection.NAMED, schemas, TOOLS);
    }

    /** {@return all schemas, without the tables of migration tools} */
    public static Scope ofDatabase() {
        return new Scope(Selection.ALL, List.of(), TOOLS);
    }

    /**
     * Leaves out a table more.
     *
     * @param schema the table's schema; {@code null} for one of this name in any schema
     * @param table the table
     */
    public Scope without(@Nullable String schema, String table) {
        return without(schema, List.of(table));
    }

    /**
     * Leaves out several tables more.
     *
     * @param schema their schema; {@code null} for those of these names in any schema
     * @param tables the tables
     */
    public Scope without(@Nullable String schema, List<String> tables) {
        Set<QualifiedName> more = new LinkedHashSet<>(ignored);
        tables.forEach(table -> more.add(new QualifiedName(schema, table)));
        return new Scope(selection, schemas, more, only);
    }

    /** {@return whether a table is left out} */
    public boolean ignores(QualifiedName table) {
        return (only != null && !only.equals(table))
                || ignored.contains(table)
                || ignored.contains(QualifiedName.of(table.name()));
    }

    /** {@return whether a routine is left out: the one that guards the history table of a tool from which a database was adopted} */
    public boolean ignoresRoutine(QualifiedName routine) {
        return routine.name().equals(ADOPTION_GUARD);
    }
}
