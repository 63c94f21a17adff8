/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.internal.catalog.RowDifference;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.name.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what two series left: every object of the catalog, and the rows of every table. */
final class ResultComparison {

    private final ScratchResult theirs;
    private final ScratchResult ours;
    private final List<String> differences = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    ResultComparison(ScratchResult theirs, ScratchResult ours) {
        this.theirs = theirs;
        this.ours = ours;
    }

    ProofResult compare() {
        Map<ObjectKey, SchemaObject> left = byKey(theirs);
        Map<ObjectKey, SchemaObject> right = byKey(ours);
        left.forEach((key, object) -> {
            SchemaObject other = right.get(key);
            if (other == null) {
                differences.add(key + " is missing after the revisions");
            } else if (!other.equals(object)) {
                differences.add(key + " differs: " + object + " became " + other);
            }
        });
        right.keySet().stream()
                .filter(key -> !left.containsKey(key))
                .forEach(key -> differences.add(key + " exists only after the revisions"));
        rows();
        return new ProofResult(left.size(), theirs.rows().digests().size(), differences, notes);
    }

    private static Map<ObjectKey, SchemaObject> byKey(ScratchResult result) {
        Map<ObjectKey, SchemaObject> objects = new LinkedHashMap<>();
        result.schema().objects().forEach(object -> objects.put(object.key(), object));
        return objects;
    }

    private void rows() {
        for (RowDifference difference : theirs.rows().differencesFrom(ours.rows())) {
            if (difference.isOfEachRun()) {
                notes.add(difference.noteOfEachRun());
            } else {
                differences.add("the rows of " + difference.relation() + " differ: " + difference.digest() + " became "
                        + difference.other()
                        + (difference.columns().isEmpty() ? "" : ", in " + difference.columnList()));
            }
        }
    }
}
