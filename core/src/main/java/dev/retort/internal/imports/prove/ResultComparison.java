/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.prove;

import dev.retort.schema.SchemaObject;
import dev.retort.schema.name.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares what two series left: every object of the catalog, and the rows of every table. */
final class ResultComparison {

    /** Types of values that are new with each run: the time, and random identifiers. */
    private static final Pattern OF_EACH_RUN =
            Pattern.compile(".* (timestamp with(out)? time zone|date|time with(out)? time zone|uuid)");

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
                .forEach(key -> differences.add(key + " is there only after the revisions"));
        rows();
        return new ProofResult(left.size(), theirs.rows().size(), differences, notes);
    }

    private static Map<ObjectKey, SchemaObject> byKey(ScratchResult result) {
        Map<ObjectKey, SchemaObject> objects = new LinkedHashMap<>();
        result.schema().objects().forEach(object -> objects.put(object.key(), object));
        return objects;
    }

    private void rows() {
        theirs.rows().forEach((table, digest) -> {
            String other = ours.rows().get(table);
            if (other != null && !other.equals(digest)) {
                rows(table, digest, other);
            }
        });
    }

    private void rows(String table, String digest, String other) {
        Map<String, String> left = theirs.columns().getOrDefault(table, Map.of());
        Map<String, String> right = ours.columns().getOrDefault(table, Map.of());
        Set<String> columns = new TreeSet<>();
        left.forEach((column, value) -> {
            if (!value.equals(right.get(column))) {
                columns.add(column);
            }
        });
        boolean sameCount = digest.split(" ")[0].equals(other.split(" ")[0]);
        boolean ofEachRun = !columns.isEmpty()
                && columns.stream().allMatch(one -> OF_EACH_RUN.matcher(one).matches());
        if (sameCount && ofEachRun) {
            notes.add("the rows of " + table + " differ only in " + String.join(", ", columns)
                    + ", whose values are new with each run");
        } else {
            differences.add("the rows of " + table + " differ: " + digest + " became " + other
                    + (columns.isEmpty() ? "" : ", in " + String.join(", ", columns)));
        }
    }
}
