/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.test.Samples;
import dev.retort.test.Seeds;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reversing twice returns the operation, with any components. */
class ReversalInvariantTests {

    @Tag(Samples.TAG)
    @Test
    void theReversalOfAReversalIsTheOperation() {
        Seeds.check(Samples.tries(30, 3000), random -> {
            long seed = random.nextLong();
            OperationGenerator generator = new OperationGenerator(seed);
            for (Class<?> kind : OperationGenerator.kinds()) {
                Operation operation = generator.operation(kind);
                if (operation != null) {
                    check(operation);
                }
            }
        });
    }

    /** A drop, or a move, that was thrown together may name another object than it carries: its reversal is right from there on. */
    private static boolean check(Operation operation) {
        Operation reversed;
        Operation again;
        try {
            reversed = operation.reverse();
            again = reversed.reverse();
        } catch (IrreversibleOperationException e) {
            assertThat(e).hasMessageContaining(e.operation().describe());
            return false;
        }
        boolean thrownTogether = operation.getClass().getSimpleName().matches("Drop.*|SetSchema");
        assertThat(thrownTogether ? again.reverse() : again).isEqualTo(thrownTogether ? reversed : operation);
        return true;
    }

    @Tag(Samples.TAG)
    @Test
    void everyKindIsReversedWhenItCarriesWhatThatNeeds() {
        Set<Class<?>> reversed = new HashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            OperationGenerator generator = new OperationGenerator(seed);
            for (Class<?> kind : OperationGenerator.kinds()) {
                Operation operation = generator.operation(kind);
                if (operation != null && check(operation)) {
                    reversed.add(kind);
                }
            }
        }
        assertThat(reversed).containsAll(OperationGenerator.kinds()).contains(ExecuteSql.class);
    }
}
