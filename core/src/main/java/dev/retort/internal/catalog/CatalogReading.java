/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.CatalogRow;
import dev.retort.internal.catalog.query.CatalogSession;
import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.Extension;
import dev.retort.schema.Namespace;
import dev.retort.schema.Routine;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One reading: the queries in the order in which they need each other's results. */
final class CatalogReading {

    /** A row of {@code pg_namespace}. */
    private record NamespaceRow(long oid, String name) {

        ObjectAddress address() {
            return ObjectAddress.of("pg_namespace", oid);
        }
    }

    private final CatalogSession session;
    private final Scope scope;
    private final ObjectNames names = new ObjectNames();

    CatalogReading(CatalogSession session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    DatabaseSchema read() throws SQLException {
        List<NamespaceRow> namespaces = namespaces();
        List<String> schemas = oids(namespaces.stream().map(NamespaceRow::oid));
        Found found = new Found(session, names, Annotations.read(session, schemas));
        TypeReader types = TypeReader.read(found, schemas);
        List<Relation> relations = relations(schemas);
        SequenceReader sequences = SequenceReader.read(found, schemas);
        ByOwner<Column> columns = ColumnReader.read(found, sequences, withColumns(relations, types));
        RelationParts parts = RelationParts.read(found, columns, oids(described(relations)));
        List<Extension> extensions = session.query("extensions", this::extension);
        List<Routine> routines = session.query("routines", row -> routine(row, found), schemas).stream()
                .filter(routine -> !scope.ignoresRoutine(routine.name()))
                .toList();
        List<DefinedObject> defined = session.query("defined", row -> defined(row, found), schemas);
        List<ObjectKey> others = others(schemas, relations, types);
        return new DatabaseSchema(
                namespaces.stream().map(row -> describe(row, found)).toList(),
                extensions,
                types.described(columns),
                sequences.sequences(found),
                relations.stream().filter(Relation::isTable).map(parts::table).toList(),
                relations.stream().filter(Relation::isView).map(parts::view).toList(),
                routines,
                defined,
                others,
                DependencyReader.read(found));
    }

    private List<NamespaceRow> namespaces() throws SQLException {
        return session.query(
                "schemas",
                row -> {
                    NamespaceRow namespace = new NamespaceRow(row.number("oid"), row.text("name"));
                    names.add(namespace.address(), ObjectKey.of(ObjectKind.SCHEMA, QualifiedName.of(namespace.name)));
                    return namespace;
                },
                scope.selection() == Scope.Selection.ALL,
                session.schemas());
    }

    private static Namespace describe(NamespaceRow row, Found found) {
        Annotations annotations = found.annotations();
        return new Namespace(row.name, annotations.grants(row.address()), annotations.comment(row.address()));
    }

    private List<Relation> relations(List<String> schemas) throws SQLException {
        List<Relation> relations = session.query("relations", Relation::read, schemas).stream()
                .filter(relation -> !scope.ignores(relation.name()))
                .toList();
        for (Relation relation : relations) {
            names.add(relation.address(), relation.key());
            names.add(ObjectAddress.type(relation.rowType()), relation.key());
        }
        return relations;
    }

    private static Stream<Long> described(List<Relation> relations) {
        return relations.stream().filter(Relation::isDescribed).map(Relation::oid);
    }

    private static List<String> withColumns(List<Relation> relations, TypeReader types) {
        return oids(Stream.concat(described(relations), types.relationsOfAttributes()));
    }

    private Extension extension(CatalogRow row) throws SQLException {
        Extension extension = new Extension(row.text("name"), row.text("schema"), row.text("version"));
        names.add(ObjectAddress.of("pg_extension", row.number("oid")), extension.key());
        return extension;
    }

    private Routine routine(CatalogRow row, Found found) throws SQLException {
        ObjectAddress address = ObjectAddress.of("pg_proc", row.number("oid"));
        Routine routine = new Routine(
                row.qualifiedName(),
                row.flag("procedure"),
                row.text("arguments"),
                row.text("result"),
                row.text("definition").stripTrailing(),
                found.annotations().grants(address),
                found.annotations().comment(address));
        names.add(address, routine.key());
        return routine;
    }

    private DefinedObject defined(CatalogRow row, Found found) throws SQLException {
        ObjectAddress address = ObjectAddress.of(row.text("catalog"), row.number("oid"));
        ObjectKey key = ObjectKey.of(ObjectKind.valueOf(row.text("kind")), row.qualifiedName(), row.text("detail"));
        names.add(address, key);
        String relation = row.textOrNull("relation_name");
        return new DefinedObject(
                key,
                relation == null ? null : QualifiedName.of(row.text("relation_schema"), relation),
                row.text("creating"),
                row.text("dropping"),
                row.textOrNull("following"),
                found.annotations().grants(address),
                found.annotations().comment(address));
    }

    private List<ObjectKey> others(List<String> schemas, List<Relation> relations, TypeReader types)
            throws SQLException {
        List<ObjectKey> others = new ArrayList<>(session.query("others", this::other, schemas));
        relations.stream()
                .filter(relation -> !relation.isDescribed())
                .map(Relation::key)
                .forEach(others::add);
        others.addAll(types.others());
        return others;
    }

    private ObjectKey other(CatalogRow row) throws SQLException {
        ObjectKey key = ObjectKey.of(ObjectKind.valueOf(row.text("kind")), row.qualifiedName(), row.text("detail"));
        names.add(ObjectAddress.of(row.text("catalog"), row.number("oid")), key);
        return key;
    }

    private static List<String> oids(Stream<Long> oids) {
        return oids.map(String::valueOf).toList();
    }
}
