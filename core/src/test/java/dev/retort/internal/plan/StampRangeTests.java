/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.RetortException;
import dev.retort.graph.Plan;
import dev.retort.graph.Target;
import dev.retort.internal.script.Revisions;
import org.junit.jupiter.api.Test;

class StampRangeTests extends PlanTestCase {

    private static StampRange of(String text) {
        return StampRange.of(Target.parse(text));
    }

    @Test
    void aListHasBlanksAndCommasBetweenItsTargets() {
        assertThat(of(" b, c\td").targets()).extracting(Target::text).containsExactly("b", "c", "d");
        assertThat(of("b").start().text()).isEqualTo("base");
    }

    @Test
    void theLowerEndOfARangeIsTheStart() {
        StampRange range = of("a:b a:c");

        assertThat(range.start().text()).isEqualTo("a");
        assertThat(range.targets()).extracting(Target::text).containsExactly("b", "c");
        assertThat(of(":b").start().text()).isEqualTo("base");
    }

    @Test
    void refusesTwoStarts() {
        assertThatThrownBy(() -> of("a:b b:c"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("The targets start at a, b.");
    }

    @Test
    void thePlanStampsFromTheStart() {
        Plan plan = of("a:c").plan(Revisions.of(chain("a", "b", "c")).graph());

        assertThat(plan.rowsBefore()).containsExactly("a");
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.rowsAfter()).containsExactly("c");
    }
}
