/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static dev.retort.migration.Definitions.batches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.error.RetortException;
import dev.retort.migration.Operations;
import dev.retort.run.StatementFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages when a Java revision fails. */
class JavaRevisionMessageTests extends JavaRevisionTestCase {

    private void upgrade(Consumer<Operations> code) {
        retort(code, op -> {}).upgrade(to("head"));
    }

    @Test
    void sayWhichBatchFailedAndWhereTheNextRunContinues() {
        database.execute(
                "CREATE TABLE item (id int PRIMARY KEY, done boolean DEFAULT false)",
                "INSERT INTO item SELECT generate_series(1, 100)",
                "ALTER TABLE item ADD CONSTRAINT stop CHECK (id < 25 OR NOT done)");
        retort(op -> {}, op -> {}).ensureVersion();

        assertThatThrownBy(() -> upgrade(op -> op.inBatches(
                        batches("item", "id").update("done = true").size(10).targetTime(Duration.ofDays(1)))))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("SQLSTATE 23514")
                .hasMessageContaining("whose key (id) is greater than {10} and at most {30}")
                .hasMessageContaining("this run committed 10 rows before it")
                .hasMessageContaining("The statement: UPDATE item SET done = true.")
                .hasMessageContaining("the next run continues with this batch");
    }

    @Test
    void carryTheStatement() {
        assertThatThrownBy(() -> upgrade(op -> op.execute("ALTER TABLE\n  missing ADD COLUMN a int")))
                .hasMessageContaining("The statement: ALTER TABLE missing ADD COLUMN a int.")
                .hasMessageContaining("Fix the class")
                .hasMessageNotContaining("script");
    }

    static Stream<Throwable> errors() {
        return Stream.of(
                new NoClassDefFoundError("com/acme/Gone"),
                new StackOverflowError(),
                new AssertionError("not so"),
                new IOException("undeclared"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void nameTheRevisionWhateverItsCodeThrows(Throwable thrown) {
        assertThatThrownBy(() -> upgrade(op -> {
                    createItem(op);
                    JavaRevisionMessageTests.<RuntimeException>throwAs(thrown);
                }))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("The code of revision j failed")
                .hasMessageContaining(thrown.getClass().getSimpleName())
                .hasCause(thrown);
        assertThat(database.query("SELECT to_regclass('item')")).containsExactly("null");
        assertThat(history()).containsExactly("upgrade|j|failed");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void nameTheRevisionWhateverItsCodeThrowsInAPartOfIt(Throwable thrown) {
        assertThatThrownBy(() -> upgrade(
                        op -> op.autocommit(alone -> JavaRevisionMessageTests.<RuntimeException>throwAs(thrown))))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("The code of revision j failed")
                .hasCause(thrown);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void nameTheRevisionWhateverItsCodeThrowsWhenItIsShown(Throwable thrown) {
        assertThatThrownBy(() -> retort(op -> JavaRevisionMessageTests.<RuntimeException>throwAs(thrown), op -> {})
                        .upgrade(to("head").withDryRun(true)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("The code of revision j failed")
                .hasMessageContaining("Nothing was run.");
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void throwAs(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void callAClassNoScript() {
        Retort retort = retort(op -> op.execute("CREATE TABLE item ()"), null);
        retort.upgrade(to("head"));

        assertThatThrownBy(() -> retort.downgrade(to("base")))
                .hasMessageContaining("write its downgrade, or")
                .hasMessageNotContaining("section");
    }
}
