/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Objects that are seen and not compared: rules, aggregates, operators, casts, foreign tables. */
public final class UnsupportedObjects {

    private UnsupportedObjects() {}

    /**
     * {@return what the model has and the database has not, one sentence each}
     *
     * @param mapping whether the model is a mapping of classes: Hibernate's DDL creates casts of enum types, which no class
     *     states
     */
    public static List<String> differences(DatabaseSchema database, DatabaseSchema model, boolean mapping) {
        Set<ObjectKey> there = new HashSet<>(database.others());
        return model.others().stream()
                .filter(key -> !there.contains(key))
                .filter(key -> !mapping || key.kind() != ObjectKind.CAST)
                .map(key -> "The model has " + key
                        + ", and Retort does not compare objects of this kind: write the statement manually.")
                .toList();
    }
}
