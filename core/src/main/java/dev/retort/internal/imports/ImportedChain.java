/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import dev.retort.internal.script.RevisionScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The chain of the imported revisions. Those of an earlier import keep their parents, because databases may be at them; what
 * the other tool got since follows the last of them. Revisions whose files were deleted go back to their places.
 *
 * @param parents the parent of each revision; none for the base
 */
record ImportedChain(Map<String, String> parents) {

    static ImportedChain of(List<SourceMigration> migrations, List<RevisionScript> existing) {
        Map<String, Integer> places = new LinkedHashMap<>();
        migrations.forEach(migration -> places.put(migration.id(), places.size()));
        Map<String, String> parents = new HashMap<>();
        Set<String> there = new HashSet<>();
        existing.stream()
                .filter(script -> places.containsKey(script.revision().id()))
                .forEach(script -> {
                    String id = script.revision().id();
                    there.add(id);
                    script.revision().downRevisions().stream().findFirst().ifPresent(down -> parents.put(id, down));
                });
        List<String> order = new Segments(places, parents, there).inOrder();
        for (int i = 1; i < order.size(); i++) {
            if (!there.contains(order.get(i))) {
                parents.put(order.get(i), order.get(i - 1));
            }
        }
        return new ImportedChain(parents);
    }

    /** {@return the parent of a revision; {@code null} for the base} */
    @Nullable
    String parentOf(String id) {
        return parents.get(id);
    }

    /**
     * The parts of the chain that are there, each with the missing revision below it that it names as its parent.
     *
     * @param places the places of the revisions in the series of the other tool
     * @param parents the parents of the revisions that are there
     * @param there the revisions that are there
     */
    private record Segments(Map<String, Integer> places, Map<String, String> parents, Set<String> there) {

        List<String> inOrder() {
            List<List<String>> segments = segments();
            Set<String> linked = new HashSet<>();
            segments.forEach(linked::addAll);
            List<String> added = new ArrayList<>(
                    places.keySet().stream().filter(id -> !linked.contains(id)).toList());
            List<String> order = new ArrayList<>();
            for (List<String> segment : segments) {
                if (!order.isEmpty()) {
                    between(order.get(order.size() - 1), segment.get(0), added, order);
                }
                order.addAll(segment);
            }
            order.addAll(added);
            return order;
        }

        /** Moves the missing revisions between two segments to the order. */
        private void between(String last, String next, List<String> added, List<String> order) {
            List<String> here = added.stream()
                    .filter(id -> place(id) > place(last) && place(id) < place(next))
                    .toList();
            added.removeAll(here);
            order.addAll(here);
        }

        private List<List<String>> segments() {
            Map<String, String> children = new HashMap<>();
            parents.forEach((child, parent) -> children.putIfAbsent(parent, child));
            List<List<String>> segments = new ArrayList<>();
            for (String id : places.keySet()) {
                String parent = parents.get(id);
                boolean isBottom = parent == null || !places.containsKey(parent);
                if (isBottom && (there.contains(id) || children.containsKey(id))) {
                    segments.add(upwards(id, children));
                }
            }
            segments.sort(Comparator.comparing((List<String> segment) ->
                            !there.contains(segment.get(0)) || parents.containsKey(segment.get(0)))
                    .thenComparing(segment -> place(segment.get(0))));
            return segments;
        }

        private static List<String> upwards(String bottom, Map<String, String> children) {
            List<String> segment = new ArrayList<>();
            for (String id = bottom; id != null && !segment.contains(id); id = children.get(id)) {
                segment.add(id);
            }
            return segment;
        }

        private int place(String id) {
            return places.getOrDefault(id, places.size());
        }
    }
}
