/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.name.Dependency;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables that need each other, or a function that needs them, by way of a policy, a trigger or a default: none of them can be
 * dropped before such a part is.
 */
public final class CircularDependencies {

    private final Lookup side;
    private final Map<ObjectKey, Set<ObjectKey>> needed = new HashMap<>();

    public CircularDependencies(Lookup side) {
        this.side = side;
        for (Dependency dependency : side.dependencies()) {
            if (!side.isForeignKey(dependency.dependent())) {
                needed.computeIfAbsent(side.owner(dependency.dependent()), key -> new HashSet<>())
                        .add(side.owner(dependency.needed()));
            }
        }
    }

    /** {@return whether what a part of a table needs needs the table} */
    public boolean includes(ObjectKey part) {
        ObjectKey table = side.owner(part);
        Set<ObjectKey> seen = new HashSet<>(Set.of(table));
        Deque<ObjectKey> queue = new ArrayDeque<>(neededBy(part));
        while (!queue.isEmpty()) {
            ObjectKey key = queue.remove();
            if (seen.add(key)) {
                Set<ObjectKey> next = needed.getOrDefault(key, Set.of());
                if (next.contains(table)) {
                    return true;
                }
                queue.addAll(next);
            }
        }
        return false;
    }

    private List<ObjectKey> neededBy(ObjectKey part) {
        return side.dependencies().stream()
                .filter(dependency -> dependency.dependent().equals(part))
                .map(Dependency::needed)
                .map(side::owner)
                .filter(key -> key.kind() != ObjectKind.SCHEMA)
                .toList();
    }
}
