/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.DataOperation.ExecuteSql;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Reversing twice gives the operation back, whatever it holds. */
class ReversalLawTests {

    @Property(tries = 300)
    void theReversalOfAReversalIsTheOperation(@ForAll long seed) {
        OperationGenerator generator = new OperationGenerator(seed);
        for (Class<?> kind : OperationGenerator.kinds()) {
            Operation operation = generator.operation(kind);
            if (operation != null) {
                check(operation);
            }
        }
    }

    private static boolean check(Operation operation) {
        Operation reversed;
        try {
            reversed = operation.reverse();
        } catch (IrreversibleOperationException e) {
            assertThat(e.operation()).isEqualTo(operation);
            assertThat(e).hasMessageContaining(operation.describe());
            return false;
        }
        assertThat(reversed.reverse()).isEqualTo(operation);
        return true;
    }

    @Example
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
