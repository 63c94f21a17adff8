/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.model.SqlText;
import dev.retort.internal.diff.rename.NewNames;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.EnumType;
import dev.retort.schema.MappingFacts;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.DataType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Enum types of a mapping under the names and with the order of labels that the database has: what a type is called is no wish
 * of the classes, and its order is one only where they store ordinals.
 */
final class EnumAlignment {

    private final Lookup database;
    private final Lookup model;
    private final Set<QualifiedName> ordinal;

    /**
     * Prepares the alignment.
     *
     * @param database the real schema
     * @param model the model
     * @param ordinal the types of which the classes state the order
     */
    EnumAlignment(Lookup database, Lookup model, Set<QualifiedName> ordinal) {
        this.database = database;
        this.model = model;
        this.ordinal = ordinal;
    }

    /** {@return facts under other names of types} */
    static MappingFacts renamed(MappingFacts facts, NewNames names) {
        Set<QualifiedName> ordinal = new HashSet<>();
        facts.ordinalEnums().forEach(type -> ordinal.add(names.object(type)));
        return new MappingFacts(
                facts.sequences(),
                facts.fillings(),
                ordinal,
                facts.explicitNames(),
                facts.columnOrder(),
                facts.constants());
    }

    /** {@return the names of the database for types that it has only under another name} */
    static NewNames names(Lookup database, DatabaseSchema model, ServerVersion version) {
        Lookup wanted = new Lookup(model);
        Map<QualifiedName, QualifiedName> found = new LinkedHashMap<>();
        Set<QualifiedName> ambiguous = new HashSet<>();
        for (Table table : model.tables()) {
            Table real = database.table(table.name());
            if (real == null) {
                continue;
            }
            for (Column column : table.columns()) {
                Column other = real.column(column.name()).orElse(column);
                EnumType type = type(wanted, column.type());
                EnumType realType = type(database, other.type());
                if (type != null
                        && realType != null
                        && database.object(type.key()) == null
                        && wanted.object(realType.key()) == null
                        && type.labels().stream().anyMatch(realType.labels()::contains)) {
                    QualifiedName before = found.putIfAbsent(type.name(), realType.name());
                    if (before != null && !before.equals(realType.name())) {
                        ambiguous.add(type.name());
                    }
                }
            }
        }
        found.keySet().removeAll(ambiguous);
        NewNames names = new NewNames(version);
        if (new HashSet<>(found.values()).size() == found.size()) {
            found.forEach(names::object);
        }
        return names;
    }

    /** {@return whether both are enum types, or arrays of them, with the same labels} */
    boolean haveSameLabels(DataType some, DataType other) {
        EnumType type = type(model, some);
        EnumType real = type(database, other);
        return type != null
                && real != null
                && some.sql().endsWith("[]") == other.sql().endsWith("[]")
                && (ordinal.contains(type.name())
                        ? type.labels().equals(real.labels())
                        : new HashSet<>(type.labels()).equals(new HashSet<>(real.labels())));
    }

    private static @Nullable EnumType type(Lookup side, DataType type) {
        String sql = type.sql();
        String element = sql.endsWith("[]") ? sql.substring(0, sql.length() - 2) : sql;
        QualifiedName name = SqlText.qualified(element);
        return name != null && side.object(ObjectKey.of(ObjectKind.TYPE, name)) instanceof EnumType found
                ? found
                : null;
    }

    /**
     * {@return the types of the model: in the order of the database where the classes do not state one, and without those in
     * whose place all columns have a type of the database}
     *
     * @param tables the tables of the model, aligned
     */
    List<SchemaObject> types(List<Table> tables) {
        Set<String> replaced = used(model.schema().tables());
        replaced.removeAll(used(tables));
        List<SchemaObject> types = new ArrayList<>();
        for (SchemaObject type : model.schema().types()) {
            if (!(type instanceof EnumType labels)) {
                types.add(type);
            } else if (database.object(type.key()) instanceof EnumType real) {
                types.add(ordinal.contains(labels.name()) ? labels : ordered(labels, real));
            } else if (!replaced.contains(SqlText.quoted(labels.name()))) {
                types.add(labels);
            }
        }
        return types;
    }

    private static Set<String> used(List<Table> tables) {
        Set<String> used = new HashSet<>();
        tables.forEach(table -> table.columns().forEach(column -> used.add(element(column.type()))));
        return used;
    }

    /** {@return the types that columns have although the model has another of these labels} */
    List<SchemaObject> taken(List<Table> tables, List<SchemaObject> stated) {
        Set<ObjectKey> known = new HashSet<>();
        stated.forEach(type -> known.add(type.key()));
        List<SchemaObject> taken = new ArrayList<>();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                EnumType real = type(database, column.type());
                if (real != null && known.add(real.key())) {
                    taken.add(real);
                }
            }
        }
        return taken;
    }

    private static String element(DataType type) {
        String sql = type.sql();
        return sql.endsWith("[]") ? sql.substring(0, sql.length() - 2) : sql;
    }

    private static EnumType ordered(EnumType stated, EnumType real) {
        List<String> common =
                real.labels().stream().filter(stated.labels()::contains).toList();
        List<String> inOrder = stated.labels().stream().filter(common::contains).toList();
        if (common.equals(inOrder)) {
            return stated;
        }
        List<String> labels = new ArrayList<>(common);
        stated.labels().stream().filter(label -> !common.contains(label)).forEach(labels::add);
        return new EnumType(stated.name(), labels, stated.grants(), stated.comment());
    }
}
