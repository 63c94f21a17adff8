/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.operation.Operation;
import dev.retort.schema.name.ServerVersion;
import dev.retort.test.Invariant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How long others wait at most while a recipe runs in a Java revision, and while that is downgraded. Run by hand, with
 * {@code -Dretort.measure.rows=1000000}; it prints what it measured and asserts nothing about it.
 */
@EnabledIfSystemProperty(named = "retort.measure.rows", matches = "[0-9]+")
class RecipeWaitMeasurements extends JavaRevisionTestCase {

    static List<RecipeCase> recipes() {
        return RecipeCase.all(new ServerVersion(Invariant.version()));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void showsTheLongestWait(RecipeCase recipe) throws Exception {
        database.execute(
                RecipeCase.TABLES,
                RecipeCase.ROWS.replace("1000)", System.getProperty("retort.measure.rows") + ")"),
                "VACUUM ANALYZE customer",
                "CREATE SEQUENCE written START 10000000");
        List<Operation> operations = recipe.recipe();
        Retort retort = retort(op -> op.autocommit(alone -> operations.forEach(alone::apply)), null);
        retort.ensureVersion();

        Waits up = during(() -> retort.upgrade(to("head")));
        Waits down = during(() -> retort.downgrade(to("base")));

        System.out.printf("PostgreSQL %d, %-46s up %s, down %s%n", Invariant.version(), recipe, up, down);
        assertThat(history()).containsExactly("upgrade|j|succeeded", "hold|null|succeeded", "downgrade|j|succeeded");
    }

    private record Waits(long writer, long reader) {
        @Override
        public String toString() {
            return "writer %4d ms, reader %4d ms".formatted(writer / 1_000_000, reader / 1_000_000);
        }
    }

    private Waits during(Runnable work) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Long> writer = threads.submit(() -> longest(
                    "INSERT INTO customer SELECT n, 'w' || n, 'de', 'w' || n FROM nextval('written') AS n", done));
            Future<Long> reader = threads.submit(() -> longest("SELECT FROM customer LIMIT 1", done));
            work.run();
            done.set(true);
            return new Waits(writer.get(), reader.get());
        } finally {
            done.set(true);
            threads.shutdown();
        }
    }

    private long longest(String sql, AtomicBoolean done) throws SQLException {
        long longest = 0;
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            while (!done.get()) {
                long began = System.nanoTime();
                statement.execute();
                longest = Math.max(longest, System.nanoTime() - began);
            }
        }
        return longest;
    }
}
