/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.migration.Operations;
import dev.retort.run.IrreversibleException;
import dev.retort.run.NonEmptySchemaException;
import dev.retort.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** When and how often the code of a Java revision is called. */
class JavaRevisionCallTests extends JavaRevisionTestCase {

    private final List<String> calls = new ArrayList<>();

    private Consumer<Operations> noting(String name) {
        return op -> {
            calls.add(name);
            createItem(op);
        };
    }

    @Test
    void runsOnceForAnUpgradeOnceTheTablesAreThere() {
        Retort retort = retort(
                op -> {
                    calls.add(op.sql("SELECT to_regclass('retort_history')::text AS there")
                            .query(row -> String.valueOf(row.getString("there")))
                            .toString());
                    createItem(op);
                },
                null);

        RunResult result = retort.upgrade(to("head"));

        assertThat(calls).containsExactly("[retort_history]");
        assertThat(result.steps().get(0).sql()).singleElement().asString().startsWith("CREATE TABLE item");
    }

    @Test
    void doesNotRunWhereTheSchemaIsNotEmpty() {
        database.execute("CREATE TABLE mine ()");

        assertThatThrownBy(() -> retort(noting("up"), null).upgrade(to("head")))
                .isInstanceOf(NonEmptySchemaException.class);
        assertThat(calls).isEmpty();
    }

    @Test
    void runsOnceToBeShown() {
        retort(noting("up"), null).upgrade(to("head").withDryRun(true));
        retort(noting("script"), null).offline().upgrade(to("head"));

        assertThat(calls).containsExactly("up", "script");
    }

    @Test
    void runsOnceForADowngrade() {
        Retort retort = retort(noting("up"), op -> {
            calls.add("down");
            op.dropTable("item");
        });
        retort.upgrade(to("head"));

        retort.downgrade(to("base"));

        assertThat(calls).containsExactly("up", "down");
    }

    @Test
    void isReversedOnceForADowngrade() {
        Retort retort = retort(noting("up"), null);
        retort.upgrade(to("head"));

        RunResult result = retort.downgrade(to("base"));

        assertThat(calls).containsExactly("up", "up");
        assertThat(result.steps().get(0).sql()).containsExactly("DROP TABLE item;");
        assertThat(database.query("SELECT to_regclass('item')")).containsExactly("null");
    }

    @Test
    void isNotReversedWhenItAsksTheDatabase() {
        Retort retort = retort(op -> op.sql("CREATE TABLE item ()").update(), null);
        retort.upgrade(to("head"));

        assertThatThrownBy(() -> retort.downgrade(to("base")))
                .isInstanceOf(IrreversibleException.class)
                .hasMessageContaining("nothing was run")
                .hasMessageContaining("it queries the database");
    }

    @Test
    void saysThatItCannotReverseCodeThatAsksTheDatabase() {
        Consumer<Operations> asking = op -> op.sql("SELECT 1").update();
        Retort retort = retort(asking, op -> op.reverse(asking));
        retort.upgrade(to("head"));

        assertThatThrownBy(() -> retort.downgrade(to("base")))
                .hasMessageContaining("cannot reverse")
                .hasMessageContaining("it queries the database");
    }
}
