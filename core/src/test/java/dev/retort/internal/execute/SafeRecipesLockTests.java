/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.internal.render.SqlRenderer;
import dev.retort.operation.Operation;
import dev.retort.operation.Reversal;
import dev.retort.operation.Transactionality;
import dev.retort.test.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever takes long in a recipe lets others write meanwhile; whatever locks them out does nothing but change the
 * catalog.
 */
@Tag(Samples.TAG)
class SafeRecipesLockTests extends RecipeTestCase {

    /** What PostgreSQL says at level debug1 when it reads or writes all rows of a table. */
    private static final Pattern WORK =
            Pattern.compile("(?i)(rewriting|verifying) table|building index|validating foreign key constraint");

    /** Refused at once where it would have to wait. */
    private static final String WRITE = "BEGIN; LOCK TABLE customer, country IN ROW EXCLUSIVE MODE NOWAIT; COMMIT";

    static Stream<RecipeCase> recipes() {
        return Samples.every(3, 1, RecipeCase.all(server()).stream());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void letsOthersWriteWhileItWorks(RecipeCase recipe) throws Exception {
        database.execute(RecipeCase.TABLES, RecipeCase.ROWS);
        assertThat(letsOthersWrite(recipe.recipe()))
                .as("statements that took long")
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void letsOthersWriteWhileItIsReversed(RecipeCase recipe) throws Exception {
        database.execute(RecipeCase.TABLES, RecipeCase.ROWS);
        for (Operation operation : recipe.recipe()) {
            database.execute(
                    SqlRenderer.of(server(), "public").render(operation).toArray(String[]::new));
        }

        assertThat(letsOthersWrite(Reversal.of(recipe.recipe()))).isNotNegative();
    }

    /** {@return how many of the statements took long; fails when one of them locked others out} */
    private int letsOthersWrite(List<Operation> operations) throws Exception {
        int worked = 0;
        for (Operation operation : operations) {
            for (String sql : SqlRenderer.of(server(), "public").render(operation)) {
                worked += operation.transactionality() == Transactionality.OUTSIDE ? concurrent(sql) : inside(sql);
            }
        }
        return worked;
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void locksThemOutWhenItIsDoneDirectly(RecipeCase recipe) {
        database.execute(RecipeCase.TABLES, RecipeCase.ROWS);
        assertThatThrownBy(() -> {
                    for (Operation operation : recipe.direct()) {
                        for (String sql : SqlRenderer.of(server(), "public").render(operation)) {
                            inside(sql);
                        }
                    }
                })
                .hasMessageContaining("could not obtain lock");
    }

    /** Runs a statement in a transaction; when it worked through a table, others can write before that has ended. */
    private int inside(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET client_min_messages = debug1");
            statement.execute(sql);
            List<String> work = work(statement.getWarnings());
            if (!work.isEmpty()) {
                database.execute(WRITE);
            }
            connection.commit();
            return work.size();
        }
    }

    private static List<String> work(@Nullable SQLWarning said) {
        List<String> work = new ArrayList<>();
        for (SQLWarning next = said; next != null; next = next.getNextWarning()) {
            if (WORK.matcher(next.getMessage()).find()) {
                work.add(next.getMessage());
            }
        }
        return work;
    }

    /** Runs a statement that waits for earlier writers; others can write meanwhile. */
    private int concurrent(String sql) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection writer = database.connect();
                Statement writing = writer.createStatement()) {
            writer.setAutoCommit(false);
            writing.execute("UPDATE customer SET name = name WHERE id = 1");
            Future<?> building = thread.submit(() -> database.execute(sql));
            awaitWaiting(building);
            assertThat(building.isDone()).as("%s waits for the writer", sql).isFalse();
            database.execute(WRITE);
            writer.commit();
            building.get();
        } finally {
            thread.shutdown();
        }
        return 1;
    }

    /** Until it waits for the transaction of the writer. */
    private void awaitWaiting(Future<?> building) {
        while (!building.isDone()
                && database.query("SELECT 1 FROM pg_locks WHERE locktype = 'virtualxid' AND NOT granted")
                        .isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
