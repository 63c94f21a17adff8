/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import dev.retort.diff.Rename;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.EnumOperation.RenameEnumValue;
import dev.retort.operation.ObjectOperation;
import dev.retort.schema.EnumType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what the renames that a user asked for mean, and does them. */
public final class RenameResolution {

    private static final Set<ObjectKind> RENAMED = Set.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN);

    private final Lookup database;
    private final Lookup model;
    private final NewNames names;
    private final List<AnnotatedOperation> changes = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();

    public RenameResolution(Lookup database, Lookup model, NewNames names) {
        this.database = database;
        this.model = model;
        this.names = names;
    }

    /** {@return the operations of the renames; {@code names} knows them then} */
    public List<AnnotatedOperation> changes(List<Rename> renames) {
        List<Rename> parts = new ArrayList<>();
        for (Rename rename : renames) {
            if (!renameObject(rename)) {
                parts.add(rename);
            }
        }
        parts.forEach(this::renamePart);
        return changes;
    }

    /** {@return what was asked for and not found, one sentence each} */
    public List<String> unused() {
        return unused;
    }

    private boolean renameObject(Rename rename) {
        Optional<ObjectKey> found = find(rename.from());
        if (found.isEmpty()) {
            return false;
        }
        ObjectKey from = found.get();
        String name = last(rename.to());
        ObjectKey to = new ObjectKey(from.kind(), from.name().sibling(name), from.detail());
        if (model.has(from) || database.has(to)) {
            unused.add("The rename " + rename + " was not done: "
                    + (model.has(from) ? "the model still has " + from : "the database already has " + to) + ".");
            return true;
        }
        changes.add(AnnotatedOperation.of(new ObjectOperation.Rename(from, name)));
        names.object(from.name(), to.name());
        return true;
    }

    private void renamePart(Rename rename) {
        int dot = rename.from().lastIndexOf('.');
        String part = rename.from().substring(dot + 1);
        Optional<ObjectKey> owner =
                dot < 0 ? Optional.empty() : find(rename.from().substring(0, dot));
        if (owner.isEmpty() || !renamePart(owner.get(), part, last(rename.to()))) {
            if (!isDone(rename)) {
                unused.add("The rename " + rename + " was not applied: the database has no " + rename.from() + ".");
            }
        }
    }

    private boolean renamePart(ObjectKey owner, String from, String to) {
        SchemaObject object = database.object(owner);
        if (object instanceof Table table
                && table.column(from).isPresent()
                && table.column(to).isEmpty()) {
            ObjectKey column = new ObjectKey(ObjectKind.COLUMN, names.object(table.name()), from);
            changes.add(AnnotatedOperation.of(new ObjectOperation.Rename(column, to)));
            names.column(new ColumnName(table.name(), from), to);
            return true;
        }
        if (object instanceof EnumType type
                && type.labels().contains(from)
                && !type.labels().contains(to)) {
            changes.add(AnnotatedOperation.of(new RenameEnumValue(names.object(type.name()), from, to)));
            names.label(type.name(), from, to);
            return true;
        }
        return false;
    }

    /** A rename that stays in the source after it was applied has no effect. */
    private boolean isDone(Rename rename) {
        if (find(rename.to()).isPresent()) {
            return true;
        }
        String path = rename.to().indexOf('.') < 0 ? sibling(rename.from(), rename.to()) : rename.to();
        int dot = path.lastIndexOf('.');
        Optional<ObjectKey> owner = dot < 0 ? Optional.empty() : find(path.substring(0, dot));
        String part = path.substring(dot + 1);
        return owner.map(database::object).filter(object -> has(object, part)).isPresent();
    }

    private static boolean has(SchemaObject object, String part) {
        return (object instanceof Table table && table.column(part).isPresent())
                || (object instanceof EnumType type && type.labels().contains(part));
    }

    private static String sibling(String path, String name) {
        return path.substring(0, path.lastIndexOf('.') + 1) + name;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** A name without its schema is looked for in {@code public}, then everywhere: it must be the only one there. */
    private Optional<ObjectKey> find(String name) {
        int dot = name.indexOf('.');
        if (dot >= 0) {
            boolean whole = dot > 0 && dot + 1 < name.length();
            return whole ? in(QualifiedName.of(name.substring(0, dot), name.substring(dot + 1))) : Optional.empty();
        }
        Optional<ObjectKey> inPublic = in(QualifiedName.of("public", name));
        if (inPublic.isPresent()) {
            return inPublic;
        }
        List<ObjectKey> everywhere = database.schema().objects().stream()
                .map(SchemaObject::key)
                .filter(key -> RENAMED.contains(key.kind()) && key.name().name().equals(name))
                .toList();
        return everywhere.size() == 1 ? Optional.of(everywhere.get(0)) : Optional.empty();
    }

    private Optional<ObjectKey> in(QualifiedName name) {
        return RENAMED.stream()
                .sorted()
                .map(kind -> ObjectKey.of(kind, name))
                .filter(database::has)
                .findFirst();
    }
}
