/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.name.ObjectKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Objects that are seen and not compared: rules, aggregates, foreign tables. */
public final class UnsupportedObjects {

    private UnsupportedObjects() {}

    /** {@return what the model has and the database has not, one sentence each} */
    public static List<String> differences(DatabaseSchema database, DatabaseSchema model) {
        Set<ObjectKey> there = new HashSet<>(database.others());
        return model.others().stream()
                .filter(key -> !there.contains(key))
                .map(key -> "The model has " + key
                        + ", and Retort does not compare objects of this kind: write the statement manually.")
                .toList();
    }
}
