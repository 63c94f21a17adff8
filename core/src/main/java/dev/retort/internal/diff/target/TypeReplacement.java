/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.Notes;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.diff.rename.NewNames;
import dev.retort.internal.diff.rename.SpareNames;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.RangeType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.UserType;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Types that PostgreSQL cannot turn into what is wanted: an enum type that loses a value, a domain over another type.
 *
 * <p>Such a type gets another name, so that the wanted one can be made beside it; then every column that has it is a column
 * whose type changes, and the old one is a type that nothing needs.
 */
public final class TypeReplacement {

    private final Lookup from;
    private final Lookup to;
    private final NewNames names;
    private final List<AnnotatedOperation> changes = new ArrayList<>();

    public TypeReplacement(Lookup from, Lookup to, NewNames names) {
        this.from = from;
        this.to = to;
        this.names = names;
    }

    /** {@return the operations that put the types aside; {@code names} knows the names they have then} */
    public List<AnnotatedOperation> changes() {
        for (SchemaObject object : from.schema().types()) {
            UserType type = (UserType) object;
            UserType wanted = wanted(type.name());
            if (wanted != null && !canBecome(type, wanted)) {
                replace(type, notes(type, wanted));
            }
        }
        return changes;
    }

    private @Nullable UserType wanted(QualifiedName name) {
        SchemaObject type = to.object(ObjectKey.of(ObjectKind.TYPE, name));
        return (UserType) (type == null ? to.object(ObjectKey.of(ObjectKind.DOMAIN, name)) : type);
    }

    private void replace(UserType type, List<String> notes) {
        QualifiedName name = new SpareNames(from, to).of(type.name());
        changes.add(new AnnotatedOperation(new ObjectOperation.Rename(type.key(), name.name()), notes));
        names.object(type.name(), name);
    }

    private static List<String> notes(UserType type, UserType wanted) {
        List<String> notes = new ArrayList<>();
        notes.add(Notes.replaced(type.key()));
        if (type instanceof EnumType old && wanted instanceof EnumType other) {
            List<String> lost = new ArrayList<>(old.labels());
            lost.removeAll(other.labels());
            List<String> gained = new ArrayList<>(other.labels());
            gained.removeAll(old.labels());
            if (!lost.isEmpty()) {
                notes.add(Notes.enumLoses(lost));
            }
            boolean samePlace = lost.size() == 1
                    && gained.size() == 1
                    && old.labels().indexOf(lost.get(0)) == other.labels().indexOf(gained.get(0));
            if (samePlace) {
                notes.add(Notes.enumRename(type.name(), lost.get(0), gained.get(0)));
            }
        }
        return notes;
    }

    private boolean canBecome(UserType type, UserType wanted) {
        if (type instanceof EnumType old && wanted instanceof EnumType other) {
            return isWithin(old.labels(), other.labels());
        }
        if (type instanceof Domain old && wanted instanceof Domain other) {
            return old.type().equals(other.type()) && Objects.equals(old.collation(), other.collation());
        }
        if (type instanceof RangeType old && wanted instanceof RangeType other) {
            return old.definition().equals(other.definition());
        }
        return type instanceof CompositeType old
                && wanted instanceof CompositeType other
                && Attributes.canBecome(from, old, other);
    }

    /** {@return whether the second list holds the first one in its order} */
    static boolean isWithin(List<String> some, List<String> all) {
        Iterator<String> rest = all.iterator();
        for (String one : some) {
            boolean found = false;
            while (!found && rest.hasNext()) {
                found = rest.next().equals(one);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** The attributes of composite types. */
    private static final class Attributes {

        private Attributes() {}

        /** New attributes come last, and a type changes only while no table uses it. */
        static boolean canBecome(Lookup from, CompositeType old, CompositeType wanted) {
            List<String> before = names(old);
            List<String> after = names(wanted);
            List<String> kept = before.stream().filter(after::contains).toList();
            boolean sameOrder = after.subList(0, kept.size()).equals(kept);
            return sameOrder && (sameTypes(old, wanted) || !isUsed(from, old));
        }

        private static List<String> names(CompositeType type) {
            return type.attributes().stream().map(Column::name).toList();
        }

        private static boolean sameTypes(CompositeType old, CompositeType wanted) {
            return old.attributes().stream()
                    .allMatch(attribute -> wanted.attributes().stream()
                            .filter(other -> other.name().equals(attribute.name()))
                            .allMatch(other -> other.type().equals(attribute.type())
                                    && Objects.equals(other.collation(), attribute.collation())));
        }

        /** A table uses a type in a column, as it is, as an array, or within a domain or another composite type. */
        private static boolean isUsed(Lookup from, CompositeType type) {
            Set<String> names = new HashSet<>();
            add(names, type.name());
            boolean grown = true;
            while (grown) {
                grown = false;
                for (SchemaObject other : from.schema().types()) {
                    boolean over = other instanceof Domain domain
                            ? names.contains(domain.type().sql())
                            : other instanceof CompositeType composite && hasOne(composite.attributes(), names);
                    grown |= over && add(names, ((UserType) other).name());
                }
            }
            return from.schema().tables().stream().anyMatch(table -> hasOne(table.columns(), names));
        }

        private static boolean add(Set<String> names, QualifiedName type) {
            String name = SqlText.quoted(type);
            names.add(name + "[]");
            return names.add(name);
        }

        private static boolean hasOne(List<Column> columns, Set<String> types) {
            return columns.stream()
                    .anyMatch(column -> types.contains(column.type().sql()));
        }
    }
}
