/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static dev.retort.migration.Definitions.batches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.RetortSettings;
import dev.retort.error.RetortException;
import dev.retort.migration.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the operations of a Java revision may be used, and how not. */
class JavaRevisionUseTests extends JavaRevisionTestCase {

    private void have(String... statements) {
        database.execute(statements);
        retort(op -> {}, op -> {}).ensureVersion();
    }

    private void upgrade(Consumer<Operations> code) {
        retort(code, op -> {}).upgrade(to("head"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id = id + 1000", "done = true, \"id\" = 7", "(done, id) = (true, 1)"})
    void cannotChangeTheKeyOfTheirBatches(String assignments) {
        have("CREATE TABLE item (id int PRIMARY KEY, done boolean)", "INSERT INTO item VALUES (1)");

        assertThatThrownBy(
                        () -> upgrade(op -> op.inBatches(batches("item", "id").update(assignments))))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("change id, the key whose order they follow");
        assertThat(database.query("SELECT id FROM item")).containsExactly("1");
    }

    @Test
    void readRowsSomeAtATimeAndWriteMeanwhile() {
        have("CREATE TABLE item (id int)", "INSERT INTO item SELECT generate_series(1, 2500)");
        List<Long> seen = new ArrayList<>();

        upgrade(op -> op.sql("SELECT id FROM item WHERE id > ? ORDER BY id")
                .param(0)
                .forEach(row -> {
                    seen.add(row.getLong("id"));
                    if (row.getLong("id") % 1000 == 0) {
                        op.sql("DELETE FROM item WHERE id = ?")
                                .param(row.getLong("id"))
                                .update();
                    }
                }));

        assertThat(seen).hasSize(2500).startsWith(1L).endsWith(2500L);
        assertThat(database.query("SELECT count(*) FROM item")).containsExactly("2498");
    }

    @Test
    void cannotReadRowsSomeAtATimeWhereNoTransactionIs() {
        assertThatThrownBy(() -> upgrade(
                        op -> op.autocommit(alone -> alone.sql("SELECT 1").forEach(row -> {}))))
                .hasMessageContaining("runs outside of a transaction")
                .hasMessageContaining("query(...)");
    }

    @Test
    void cannotLeaveTheirTransactionWhileTheyReadRows() {
        assertThatThrownBy(() -> upgrade(
                        op -> op.sql("SELECT 1").forEach(row -> op.autocommit(alone -> alone.execute("SELECT 1")))))
                .hasMessageContaining("leaves its transaction inside of forEach(...)");
    }

    @Test
    void cannotWriteAndReadRowsSomeAtATime() {
        have("CREATE TABLE item (id int)");

        assertThatThrownBy(() -> upgrade(
                        op -> op.sql("INSERT INTO item VALUES (1) RETURNING id").forEach(row -> {})))
                .hasMessageContaining("forEach(...) only reads");
    }

    @Test
    void cannotUseTheirOperationsOnAnotherThread() {
        assertThatThrownBy(() -> upgrade(
                        op -> CompletableFuture.runAsync(() -> createItem(op)).join()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("used its operations on the thread")
                .hasMessageContaining("compute in parallel, then write there");
        assertThat(history()).containsExactly("upgrade|j|failed");
    }

    @Test
    void haveFailedAlsoWhenTheErrorOfTheOtherThreadIsIgnored() {
        List<Throwable> unheard = new ArrayList<>();

        assertThatThrownBy(() -> upgrade(op -> {
                    try {
                        CompletableFuture.runAsync(() -> createItem(op)).join();
                    } catch (CompletionException e) {
                        unheard.add(e);
                    }
                }))
                .hasMessageContaining("used its operations on the thread");
        assertThat(unheard).hasSize(1);
    }

    @Test
    void cannotUseTheirOperationsAfterTheirCall() {
        List<Operations> kept = new ArrayList<>();
        upgrade(kept::add);

        assertThatThrownBy(() -> createItem(kept.get(0))).hasMessageContaining("after its method had returned");
    }

    @Test
    void needNoFolderOfScriptsWhenNoneIsNamed() {
        RetortSettings settings = RetortSettings.builder()
                .javaPackages(List.of("dev.retort.run.found"))
                .build();
        Retort retort = new Retort(
                settings,
                database.dataSource(),
                getClass().getClassLoader(),
                new dev.retort.internal.script.read.ConstructorFactory(),
                List.of());

        assertThat(retort.upgrade(to("head")).after()).containsExactly("score");
    }
}
