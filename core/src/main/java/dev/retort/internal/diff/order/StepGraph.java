/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Steps and which of them comes before which.
 *
 * <p>Where nothing else decides, rank and key do, so that the order is always the same. A cycle is broken by
 * ignoring a possible dependency, or else at the step of the lowest rank.
 */
final class StepGraph {

    /** Nodes are equal only to themselves. */
    private static final class Node implements Comparable<Node> {
        private final DiffStep step;
        private final int number;
        private final List<Node> after = new ArrayList<>();
        private final List<Node> guessedAfter = new ArrayList<>();
        private int waitsFor;
        private int guessedWaitsFor;
        private boolean done;

        private Node(DiffStep step, int number) {
            this.step = step;
            this.number = number;
        }

        @Override
        public int compareTo(Node other) {
            int byStep = step.compareTo(other.step);
            return byStep != 0 ? byStep : Integer.compare(number, other.number);
        }
    }

    private final IdentityHashMap<DiffStep, Node> nodes = new IdentityHashMap<>();
    private final TreeSet<Node> waiting = new TreeSet<>();
    private final PriorityQueue<Node> ready = new PriorityQueue<>();

    StepGraph(List<DiffStep> steps) {
        for (DiffStep step : steps) {
            Node node = new Node(step, nodes.size());
            nodes.put(step, node);
        }
    }

    /** Says that one step needs the other done. */
    void before(DiffStep first, DiffStep second) {
        Node needed = node(first);
        Node waits = node(second);
        if (!needed.equals(waits)) {
            needed.after.add(waits);
            waits.waitsFor++;
        }
    }

    /** Says that one step may need the other done. */
    void perhapsBefore(DiffStep first, DiffStep second) {
        Node needed = node(first);
        Node waits = node(second);
        if (!needed.equals(waits)) {
            needed.guessedAfter.add(waits);
            waits.guessedWaitsFor++;
        }
    }

    private Node node(DiffStep step) {
        Node node = nodes.get(step);
        if (node == null) {
            throw new IllegalArgumentException("No step of this graph: " + step);
        }
        return node;
    }

    /** {@return the steps in order} */
    List<DiffStep> sorted() {
        for (Node node : nodes.values()) {
            (node.waitsFor + node.guessedWaitsFor == 0 ? ready : waiting).add(node);
        }
        List<DiffStep> sorted = new ArrayList<>();
        while (sorted.size() < nodes.size()) {
            Node next = ready.isEmpty() ? breakCycle() : ready.remove();
            next.done = true;
            sorted.add(next.step);
            next.after.forEach(node -> release(node, true));
            next.guessedAfter.forEach(node -> release(node, false));
        }
        return sorted;
    }

    private Node breakCycle() {
        Node chosen =
                waiting.stream().filter(node -> node.waitsFor == 0).findFirst().orElseGet(waiting::first);
        waiting.remove(chosen);
        return chosen;
    }

    private void release(Node node, boolean known) {
        if (known) {
            node.waitsFor--;
        } else {
            node.guessedWaitsFor--;
        }
        if (!node.done && node.waitsFor == 0 && node.guessedWaitsFor == 0) {
            waiting.remove(node);
            ready.add(node);
        }
    }
}
