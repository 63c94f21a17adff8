/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepGraphTests {

    private final DiffStep table = step(Rank.TABLE, "a");
    private final DiffStep other = step(Rank.TABLE, "b");
    private final DiffStep function = step(Rank.ROUTINE, "f");

    private static DiffStep step(Rank rank, String name) {
        return new DiffStep(
                rank,
                ObjectKey.of(ObjectKind.TABLE, QualifiedName.of(name)),
                List.of(AnnotatedOperation.of(ExecuteSql.of("SELECT 1"))));
    }

    @Test
    void goesByRankAndNameWhereNothingElseDecides() {
        assertThat(new StepGraph(List.of(function, other, table)).sorted()).containsExactly(table, other, function);
    }

    @Test
    void makesWhatIsNeededAsLateAsItCan() {
        StepGraph graph = new StepGraph(List.of(table, other, function));
        graph.before(function, table);
        graph.perhapsBefore(other, function);
        assertThat(graph.sorted()).containsExactly(other, function, table);
    }

    @Test
    void forgetsAGuessBeforeItBreaksACircle() {
        StepGraph graph = new StepGraph(List.of(table, function));
        graph.before(function, table);
        graph.perhapsBefore(table, function);
        assertThat(graph.sorted()).containsExactly(function, table);
    }

    @Test
    void endsWhenThereIsACircle() {
        StepGraph graph = new StepGraph(List.of(table, other));
        graph.before(table, other);
        graph.before(other, table);
        assertThat(graph.sorted()).containsExactly(table, other);
    }
}
