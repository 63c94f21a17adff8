/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.Seeds;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CycleTests {

    private static Edges edges(int[]... down) {
        return new Edges(down);
    }

    @Test
    void ofARevisionThatNeedsItselfThroughOthersItIsTheWholeRound() {
        Edges needs = edges(new int[] {}, new int[] {0, 3}, new int[] {1}, new int[] {2}, new int[] {3});

        assertThat(TopologicalOrder.of(needs)).containsExactly(0);
        assertThat(Cycle.path(needs, TopologicalOrder.of(needs))).containsExactly(1, 3, 2);
    }

    @Test
    void whatOnlyDependsOnACycleIsNoPartOfIt() {
        Edges needs = edges(new int[] {1}, new int[] {2}, new int[] {1});

        assertThat(Cycle.path(needs, TopologicalOrder.of(needs))).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void eachRevisionOfAFoundCycleNeedsTheNext() {
        Seeds.check(200, CycleTests::check);
    }

    private static void check(Random random) {
        Edges needs = random(random);
        int[] order = TopologicalOrder.of(needs);

        if (order.length == needs.size()) {
            assertThat(isOrdered(needs, order)).isTrue();
        } else {
            int[] cycle = Cycle.path(needs, order);
            assertThat(cycle).isNotEmpty().doesNotHaveDuplicates();
            assertThat(needs.contain(cycle)).isTrue();
        }
    }

    @Test
    void edgesContainACycleOnlyInItsDirection() {
        Edges needs = edges(new int[] {1}, new int[] {2}, new int[] {0});

        assertThat(needs.contain(new int[] {0, 1, 2})).isTrue();
        assertThat(needs.contain(new int[] {2, 1, 0})).isFalse();
    }

    private static Edges random(Random random) {
        int size = 2 + random.nextInt(12);
        int[][] down = new int[size][];
        for (int node = 0; node < size; node++) {
            int own = node;
            down[node] = IntStream.range(0, size)
                    .filter(other -> other != own && random.nextInt(size) == 0)
                    .toArray();
        }
        return new Edges(down);
    }

    private static boolean isOrdered(Edges needs, int[] order) {
        BitSet done = new BitSet();
        return Arrays.stream(order).allMatch(node -> {
            boolean ready = Arrays.stream(needs.down(node)).allMatch(done::get);
            done.set(node);
            return ready;
        });
    }
}
