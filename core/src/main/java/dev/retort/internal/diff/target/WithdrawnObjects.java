/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.mapping.StatedObjects;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Objects whose object file is gone. One that an object which stays needs is not dropped, and the script says why. */
final class WithdrawnObjects {

    private final Lookup database;
    private final Lookup model;
    private final boolean dropsUnknown;
    private final Set<ObjectKey> dropped = new LinkedHashSet<>();
    private final Set<ObjectKey> kept = new LinkedHashSet<>();
    private final List<String> sentences = new ArrayList<>();

    WithdrawnObjects(Lookup database, Lookup model, StatedObjects objects, boolean dropsUnknown) {
        this.database = database;
        this.model = model;
        this.dropsUnknown = dropsUnknown;
        database.schema().objects().stream()
                .map(SchemaObject::key)
                .filter(objects::isWithdrawn)
                .forEach(dropped::add);
        boolean changed = true;
        while (changed) {
            changed = dropped.removeIf(this::staysAsNeeded);
        }
    }

    private boolean staysAsNeeded(ObjectKey key) {
        return isNeeded(key) && kept.add(key);
    }

    /** {@return whether an object is dropped because no file states it any more} */
    boolean drops(ObjectKey key) {
        return dropped.contains(key);
    }

    /** {@return the objects that stay because another one needs them} */
    Set<ObjectKey> kept() {
        return kept;
    }

    /** {@return what stays and why, one sentence each} */
    List<String> sentences() {
        return sentences;
    }

    private boolean isNeeded(ObjectKey key) {
        for (ObjectKey dependent : database.dependents(key)) {
            ObjectKey owner = database.owner(dependent);
            if (!owner.equals(key) && !dropped.contains(owner) && stays(dependent, owner)) {
                sentences.add("No object file states " + key + " now, but " + dependent
                        + " needs it: it stays. Change or drop the " + words(dependent) + " first.");
                return true;
            }
        }
        return false;
    }

    private static String words(ObjectKey object) {
        return object.kind().sql().toLowerCase(java.util.Locale.ROOT);
    }

    private boolean stays(ObjectKey dependent, ObjectKey owner) {
        if (!model.has(owner)) {
            return !dropsUnknown;
        }
        Table there = database.table(owner.name());
        Table wanted = model.table(owner.name());
        return (there == null || wanted == null)
                ? Objects.equals(database.object(owner), model.object(owner))
                : isEqualPart(dependent, there, wanted);
    }

    /** A part that the model takes from the database, or states in the same words, still needs the object. */
    private static boolean isEqualPart(ObjectKey part, Table there, Table wanted) {
        String name = part.detail();
        return switch (part.kind()) {
            case TRIGGER -> isEqual(name, there.triggers(), wanted.triggers(), trigger -> trigger.name());
            case POLICY -> isEqual(name, there.policies(), wanted.policies(), policy -> policy.name());
            case CONSTRAINT -> isEqual(name, there.constraints(), wanted.constraints(), rule -> rule.name());
            case INDEX -> isEqual(part.name().name(), there.indexes(), wanted.indexes(), index -> index.name());
            case COLUMN -> {
                ColumnValue value = there.column(name).map(Column::value).orElse(ColumnValue.NONE);
                yield !value.equals(ColumnValue.NONE)
                        && value.equals(wanted.column(name).map(Column::value).orElse(null));
            }
            default -> false;
        };
    }

    private static <T> boolean isEqual(
            String name, List<T> there, List<T> wanted, Function<T, @Nullable String> nameOf) {
        return there.stream()
                .filter(part -> Objects.equals(nameOf.apply(part), name))
                .anyMatch(wanted::contains);
    }
}
