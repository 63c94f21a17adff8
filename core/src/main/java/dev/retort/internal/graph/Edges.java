/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * One relation between revisions, readable in both directions. Revisions are numbers, their positions in load order, so
 * that walks touch arrays only; every walk has its own stack, so that no chain is too long.
 */
public final class Edges {

    private static final int[] NONE = {};

    private final int[][] down;
    private final int[][] up;

    /** Takes the lower ends of each revision, none of them twice. */
    public Edges(int[][] down) {
        this.down = down;
        this.up = reversed(down);
    }

    private static int[][] reversed(int[][] edges) {
        int[] counts = new int[edges.length];
        for (int[] ends : edges) {
            for (int end : ends) {
                counts[end]++;
            }
        }
        int[][] result = new int[edges.length][];
        for (int node = 0; node < edges.length; node++) {
            result[node] = counts[node] == 0 ? NONE : new int[counts[node]];
        }
        for (int node = edges.length - 1; node >= 0; node--) {
            for (int end : edges[node]) {
                result[end][--counts[end]] = node;
            }
        }
        return result;
    }

    /** {@return whether each revision of a cycle is directly above the next, and the last above the first} */
    public boolean contain(int[] cycle) {
        for (int i = 0; i < cycle.length; i++) {
            int next = cycle[(i + 1) % cycle.length];
            if (Arrays.stream(down[cycle[i]]).noneMatch(below -> below == next)) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return down.length;
    }

    public int[] down(int node) {
        return down[node];
    }

    public int[] up(int node) {
        return up[node];
    }

    /** {@return everything reachable downwards, the starts included} */
    public BitSet below(int... starts) {
        return reach(down, starts);
    }

    /** {@return everything reachable upwards, the starts included} */
    public BitSet above(int... starts) {
        return reach(up, starts);
    }

    private static BitSet reach(int[][] edges, int... starts) {
        BitSet seen = new BitSet(edges.length);
        int[] stack = new int[edges.length];
        int depth = 0;
        for (int start : starts) {
            if (!seen.get(start)) {
                seen.set(start);
                stack[depth++] = start;
            }
        }
        while (depth > 0) {
            for (int next : edges[stack[--depth]]) {
                if (!seen.get(next)) {
                    seen.set(next);
                    stack[depth++] = next;
                }
            }
        }
        return seen;
    }

    /** {@return the members of the set that have no other member directly above them, in load order} */
    public int[] leaves(BitSet members) {
        BitSet leaves = new BitSet(down.length);
        for (int node = members.nextSetBit(0); node >= 0; node = members.nextSetBit(node + 1)) {
            if (!isBelowAny(node, members)) {
                leaves.set(node);
            }
        }
        return numbers(leaves);
    }

    /** {@return whether a node directly above the node is in the set} */
    public boolean isBelowAny(int node, BitSet members) {
        for (int above : up[node]) {
            if (members.get(above)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the nodes that have none above them, in load order} */
    public int[] leaves() {
        return empty(up);
    }

    /** {@return the nodes that have none below them, in load order} */
    public int[] roots() {
        return empty(down);
    }

    /** {@return the nodes that have several directly above them, in load order} */
    public int[] forks() {
        return several(up);
    }

    /** {@return the nodes that have several directly below them, in load order} */
    public int[] joins() {
        return several(down);
    }

    private static int[] several(int[][] edges) {
        BitSet found = new BitSet(edges.length);
        for (int node = 0; node < edges.length; node++) {
            found.set(node, edges[node].length > 1);
        }
        return numbers(found);
    }

    private static int[] empty(int[][] edges) {
        BitSet found = new BitSet(edges.length);
        for (int node = 0; node < edges.length; node++) {
            if (edges[node].length == 0) {
                found.set(node);
            }
        }
        return numbers(found);
    }

    /** {@return the members of a set in load order} */
    public static int[] numbers(BitSet set) {
        int[] result = new int[set.cardinality()];
        int length = 0;
        for (int node = set.nextSetBit(0); node >= 0; node = set.nextSetBit(node + 1)) {
            result[length++] = node;
        }
        return result;
    }
}
