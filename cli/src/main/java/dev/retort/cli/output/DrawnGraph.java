/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.output;

import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of a graph that is drawn.
 *
 * @param scripts the scripts
 * @param lines the text of revisions
 * @param applied the ids of revisions that are drawn as applied
 */
public record DrawnGraph(ScriptGraph scripts, RevisionLines lines, Set<String> applied) {

    boolean isApplied(Revision revision) {
        return applied.contains(revision.id());
    }

    /**
     * {@return the revisions with every child before its parents, and a branch as far as possible in one piece, as
     * {@code git log --graph} has commits}
     */
    List<Revision> downwards() {
        RevisionGraph graph = scripts.graph();
        Map<String, Integer> undrawn = new HashMap<>();
        graph.revisions().forEach(one -> one.downRevisions().forEach(parent -> undrawn.merge(parent, 1, Integer::sum)));
        Deque<String> next = new ArrayDeque<>();
        graph.heads().forEach(next::push);
        List<Revision> order = new ArrayList<>();
        while (!next.isEmpty()) {
            Revision revision = graph.get(next.pop());
            order.add(revision);
            List<String> parents = revision.downRevisions();
            for (int i = parents.size() - 1; i >= 0; i--) {
                if (undrawn.merge(parents.get(i), -1, Integer::sum) == 0) {
                    next.push(parents.get(i));
                }
            }
        }
        return order;
    }

    /** {@return the ids of what a revision depends on, labels resolved} */
    List<String> dependencies(Revision revision) {
        List<String> dependencies = new ArrayList<>(scripts.graph().needs(revision.id()));
        dependencies.removeAll(revision.downRevisions());
        return dependencies;
    }

    /** {@return the answer in JSON, newest first; {@code applied} only with {@code --indicate-current}} */
    public List<Map<String, Object>> json(boolean withApplied) {
        List<Map<String, Object>> answer = new ArrayList<>();
        for (Revision revision : downwards()) {
            Map<String, Object> entry = new LinkedHashMap<>(lines.json(revision));
            if (withApplied) {
                entry.put("applied", isApplied(revision));
            }
            answer.add(entry);
        }
        return answer;
    }
}
