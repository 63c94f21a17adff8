/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schema of a database, or of the selected parts of one.
 *
 * @param namespaces its schemas
 * @param extensions its extensions; their objects are not included elsewhere
 * @param types its enum, composite, range types and domains
 * @param sequences its sequences without those of identity columns
 * @param tables its tables
 * @param views its views and materialized views
 * @param routines its functions and procedures
 * @param defined its rules, extended statistics, aggregates and collations
 * @param others objects of kinds that are not described: foreign tables, operators, ...
 * @param dependencies which of these need which
 * @since 0.1
 */
public record DatabaseSchema(
        List<Namespace> namespaces,
        List<Extension> extensions,
        List<SchemaObject> types,
        List<Sequence> sequences,
        List<Table> tables,
        List<SchemaObject> views,
        List<Routine> routines,
        List<DefinedObject> defined,
        List<ObjectKey> others,
        List<Dependency> dependencies) {

    /** An empty database. */
    public static final DatabaseSchema EMPTY = new DatabaseSchema(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of());

    /**
     * Copies and sorts the lists, so that equal schemas are equal whatever order they were read in.
     *
     * @param defined its rules, extended statistics, aggregates and collations
     * @param namespaces its schemas
     * @param extensions its extensions; their objects are not included elsewhere
     * @param types its enum, composite, range types and domains
     * @param sequences its sequences without those of identity columns
     * @param tables its tables
     * @param views its views and materialized views
     * @param routines its functions and procedures
     * @param others objects of kinds that are not described: foreign tables, aggregates, ...
     * @param dependencies which of these need which
     */
    public DatabaseSchema {
        namespaces = sorted(namespaces);
        extensions = sorted(extensions);
        types = sorted(types);
        sequences = sorted(sequences);
        tables = sorted(tables);
        views = sorted(views);
        routines = sorted(routines);
        defined = sorted(defined);
        others = others.stream().sorted().toList();
        dependencies = dependencies.stream().sorted().distinct().toList();
    }

    private static <T extends SchemaObject> List<T> sorted(List<T> objects) {
        return objects.stream().sorted(Comparator.comparing(SchemaObject::key)).toList();
    }

    /**
     * {@return this schema with other namespaces}
     *
     * @param other the schemas in place of these
     */
    public DatabaseSchema withNamespaces(List<Namespace> other) {
        return new DatabaseSchema(
                other, extensions, types, sequences, tables, views, routines, defined, others, dependencies);
    }

    /**
     * {@return this schema with other types}
     *
     * @param other the types and domains in place of these
     */
    public DatabaseSchema withTypes(List<SchemaObject> other) {
        return new DatabaseSchema(
                namespaces, extensions, other, sequences, tables, views, routines, defined, others, dependencies);
    }

    /**
     * {@return this schema with other sequences}
     *
     * @param other the sequences in place of these
     */
    public DatabaseSchema withSequences(List<Sequence> other) {
        return new DatabaseSchema(
                namespaces, extensions, types, other, tables, views, routines, defined, others, dependencies);
    }

    /**
     * {@return this schema with other tables}
     *
     * @param other the tables in place of these
     */
    public DatabaseSchema withTables(List<Table> other) {
        return new DatabaseSchema(
                namespaces, extensions, types, sequences, other, views, routines, defined, others, dependencies);
    }

    /**
     * {@return this schema with other dependencies}
     *
     * @param other the dependencies in place of these
     */
    public DatabaseSchema withDependencies(List<Dependency> other) {
        return new DatabaseSchema(
                namespaces, extensions, types, sequences, tables, views, routines, defined, others, other);
    }

    /**
     * {@return the objects of some schemas, and the extensions, which are in none}
     *
     * @param schemas names of schemas, unquoted
     */
    public DatabaseSchema within(Set<String> schemas) {
        return new DatabaseSchema(
                within(namespaces, schemas),
                extensions,
                within(types, schemas),
                within(sequences, schemas),
                within(tables, schemas),
                within(views, schemas),
                within(routines, schemas),
                within(defined, schemas),
                others.stream().filter(key -> isWithin(key, schemas)).toList(),
                dependencies.stream()
                        .filter(dependency ->
                                isWithin(dependency.dependent(), schemas) && isWithin(dependency.needed(), schemas))
                        .toList());
    }

    /**
     * {@return this without some of its schemas}
     *
     * @param schemas names of schemas, unquoted
     */
    public DatabaseSchema without(Set<String> schemas) {
        Set<String> rest = namespaces.stream().map(Namespace::name).collect(Collectors.toSet());
        rest.removeAll(schemas);
        return schemas.isEmpty() ? this : within(rest);
    }

    private static <T extends SchemaObject> List<T> within(List<T> objects, Set<String> schemas) {
        return objects.stream()
                .filter(object -> isWithin(object.key(), schemas))
                .toList();
    }

    private static boolean isWithin(ObjectKey key, Set<String> schemas) {
        String schema = key.schema();
        return schema == null || schemas.contains(schema);
    }

    /** {@return every object that has a key, schemas first} */
    public List<SchemaObject> objects() {
        List<SchemaObject> objects = new ArrayList<>();
        objects.addAll(namespaces);
        objects.addAll(extensions);
        objects.addAll(types);
        objects.addAll(sequences);
        objects.addAll(tables);
        objects.addAll(views);
        objects.addAll(routines);
        objects.addAll(defined);
        return objects;
    }
}
