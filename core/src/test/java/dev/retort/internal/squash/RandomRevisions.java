/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import dev.retort.error.RetortException;
import dev.retort.graph.Revision;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.read.ScriptLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Random graphs of revisions, each of which makes a table, and what squashes a range of one. */
public final class RandomRevisions {

    private final Random random;
    private final Map<String, String> texts = new LinkedHashMap<>();

    public RandomRevisions(long seed, int count) {
        random = new Random(seed);
        for (int i = 1; i <= count; i++) {
            add("r" + i);
        }
    }

    /** {@return the texts of scripts by id} */
    public Map<String, String> texts() {
        return texts;
    }

    public Revisions revisions() {
        return revisions(texts);
    }

    public static Revisions revisions(Map<String, String> texts) {
        return Revisions.of(texts.entrySet().stream()
                .map(one -> ScriptLoader.parse(one.getKey() + ".sql", one.getValue()))
                .toList());
    }

    private void add(String id) {
        Set<String> parents = new TreeSet<>();
        Set<String> needs = new TreeSet<>();
        List<String> there = new ArrayList<>(texts.keySet());
        if (!there.isEmpty() && random.nextInt(10) > 0) {
            boolean straight = random.nextInt(3) > 0;
            parents.add(there.get(straight ? there.size() - 1 : random.nextInt(there.size())));
            if (random.nextInt(6) == 0) {
                parents.add(there.get(random.nextInt(there.size())));
            }
            if (random.nextInt(5) == 0) {
                needs.add(there.get(random.nextInt(there.size())));
            }
        }
        needs.removeAll(parents);
        String label = random.nextInt(5) == 0 ? "label_" + id : "";
        texts.put(
                id, text(new Revision(id, List.copyOf(parents), List.of(label), List.copyOf(needs)), "", List.of(id)));
    }

    private static String text(Revision place, String more, List<String> tables) {
        List<String> reversed = new ArrayList<>(tables);
        Collections.reverse(reversed);
        return "-- revision: " + place.id() + "\n-- down_revision: " + String.join(", ", place.downRevisions())
                + "\n-- branch_labels: " + String.join(", ", place.branchLabels()) + "\n-- depends_on: "
                + String.join(", ", place.dependsOn()) + "\n-- message: make \"" + place.id() + "\"\n" + more
                + "\n-- migrate: upgrade\n"
                + tables.stream()
                        .map(id -> "CREATE TABLE t_" + id + " (id int);\n")
                        .collect(Collectors.joining())
                + "\n-- migrate: downgrade\n"
                + reversed.stream().map(id -> "DROP TABLE t_" + id + ";\n").collect(Collectors.joining());
    }

    /** {@return a range that can be squashed; empty when none of some tries can} */
    public Optional<SquashRange> range() {
        List<String> ids = new ArrayList<>(texts.keySet());
        for (int i = 0; i < 30; i++) {
            String first = ids.get(random.nextInt(ids.size()));
            String last = ids.get(random.nextInt(ids.size()));
            try {
                return Optional.of(SquashRange.of(revisions(), first + ":" + last));
            } catch (RetortException e) {
                // Another one is tried.
            }
        }
        return Optional.empty();
    }

    /** {@return the texts after a squash} */
    public Map<String, String> squashed(SquashRange range) {
        Map<String, String> after = new LinkedHashMap<>(texts);
        List<String> members = range.members().stream()
                .map(RevisionScript::revision)
                .map(Revision::id)
                .toList();
        after.keySet().removeAll(members);
        StringBuilder keys = new StringBuilder();
        range.headerKeys().forEach((key, value) -> keys.append("-- " + key + ": " + value + "\n"));
        after.put(
                range.place().id(),
                text(
                        range.place(),
                        keys.toString(),
                        range.squash().all().stream().map(one -> one.id()).toList()));
        return after;
    }
}
