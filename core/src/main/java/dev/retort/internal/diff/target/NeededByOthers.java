/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import dev.retort.internal.diff.model.Lookup;
import dev.retort.schema.Namespace;
import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an object of a kind needs that no script drops, such as an operator: PostgreSQL would refuse to drop it, so it stays, even
 * where unknown objects are dropped.
 */
final class NeededByOthers {

    private final Map<ObjectKey, ObjectKey> holders = new LinkedHashMap<>();
    private final Set<ObjectKey> neverDropped = new HashSet<>();

    NeededByOthers(Lookup database, Lookup model) {
        database.schema().others().stream()
                .filter(key -> key.kind() != ObjectKind.FOREIGN_TABLE)
                .forEach(neverDropped::add);
        if (neverDropped.isEmpty()) {
            return;
        }
        Set<ObjectKey> holding = new HashSet<>(neverDropped);
        Map<ObjectKey, Set<ObjectKey>> needed = new LinkedHashMap<>();
        for (Dependency dependency : database.dependencies()) {
            needed.computeIfAbsent(database.owner(dependency.dependent()), key -> new HashSet<>())
                    .add(database.owner(dependency.needed()));
        }
        Deque<ObjectKey> queue = new ArrayDeque<>(holding);
        while (!queue.isEmpty()) {
            ObjectKey holder = queue.remove();
            needed.getOrDefault(holder, Set.of()).stream()
                    .filter(key -> database.has(key) && !model.has(key))
                    .filter(holding::add)
                    .sorted()
                    .forEach(key -> {
                        holders.put(key, holder);
                        queue.add(key);
                    });
        }
        database.schema().namespaces().stream()
                .map(Namespace::key)
                .filter(key -> !model.has(key))
                .forEach(key -> holding.stream()
                        .filter(held -> Objects.equals(held.schema(), key.schema()))
                        .min(Comparator.naturalOrder())
                        .ifPresent(held -> holders.put(key, held)));
    }

    /** {@return what stays} */
    Set<ObjectKey> kept() {
        return holders.keySet();
    }

    /** {@return what stays and why, one sentence each} */
    List<String> sentences() {
        return holders.entrySet().stream()
                .map(entry -> sentence(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String sentence(ObjectKey key, ObjectKey holder) {
        String why = neverDropped.contains(holder)
                ? holder + " needs it, and Retort drops no object of that kind"
                : holder + ", which stays too, needs it";
        return "The model does not know " + key + ". It stays, because " + why
                + ". To drop both, write the statements into the script.";
    }
}
