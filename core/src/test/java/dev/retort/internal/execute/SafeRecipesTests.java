/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.run.StatementFailedException;
import dev.retort.test.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recipe, written as a script and run by the engine, ends where the direct statements end. */
@Tag(Samples.TAG)
class SafeRecipesTests extends RecipeTestCase {

    private static final ExecuteSql STOP = ExecuteSql.of("INSERT INTO missing VALUES (1)");

    static Stream<RecipeCase> recipes() {
        return Samples.every(3, 0, RecipeCase.all(server()).stream());
    }

    static Stream<RecipeCase> refusable() {
        return recipes().filter(recipe -> !recipe.offence().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void endsWhereTheDirectStatementsEndAndGoesBack(RecipeCase recipe) {
        fresh();
        State before = begun(RecipeCase.ROWS);
        revision("b", "a", recipe.recipe());
        project.start();
        State after = state();
        project.downgrade("a");
        assertThat(state()).as("downgraded, by %s", dump()).isEqualTo(before);

        fresh();
        begun(RecipeCase.ROWS);
        revision("b", "a", recipe.direct());
        project.start();
        assertThat(after).as("done, by %s", dump()).isEqualTo(state());
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("recipes")
    void worksOnAnEmptyTable(RecipeCase recipe) {
        begun("");
        revision("b", "a", recipe.recipe());

        project.start();

        assertThat(project.retort().status().upToDate()).isTrue();
    }

    @Tag("slow")
    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("recipes")
    void continuesWhereItWasStopped(RecipeCase recipe) {
        State after = null;
        Stream<Integer> gaps = IntStream.rangeClosed(0, recipe.recipe().size()).boxed();
        for (int gap : Samples.every(4, 1, gaps).toList()) {
            fresh();
            begun(RecipeCase.ROWS);
            List<Operation> stopped = new ArrayList<>(recipe.recipe());
            stopped.add(gap, STOP);
            revision("b", "a", stopped);
            assertThatThrownBy(project::start)
                    .as("stopped before step %d", gap)
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("missing");

            database.execute("CREATE TABLE missing (id int)");
            project.start();

            assertThat(database.query("SELECT id FROM missing")).containsExactly("1");
            database.execute("DROP TABLE missing");
            after = after == null ? state() : after;
            assertThat(state()).as("stopped before step %d", gap).isEqualTo(after);
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("refusable")
    void continuesWhenTheRowsAreFixed(RecipeCase recipe) {
        begun(RecipeCase.ROWS);
        database.execute(recipe.offence());
        revision("b", "a", recipe.recipe());
        assertThatThrownBy(project::start).isInstanceOf(StatementFailedException.class);

        database.execute(recipe.remedy());
        project.start();

        assertThat(project.retort().status().upToDate()).isTrue();
        assertThat(database.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .containsExactly("0");
        assertThat(database.query("SELECT count(*) FROM pg_constraint WHERE NOT convalidated"))
                .containsExactly("0");
    }
}
