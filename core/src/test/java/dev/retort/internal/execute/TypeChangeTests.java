/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.recipe.TypeChange;
import dev.retort.operation.value.ColumnType;
import dev.retort.run.StatementFailedException;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.DataType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change of a type by way of a second column, in three revisions. */
class TypeChangeTests extends RecipeTestCase {

    private static final QualifiedName T = QualifiedName.of("public", "Order");
    private static final Column AMOUNT = Column.of("Amount \"net\"", new DataType("integer"));
    private static final ColumnType BIG = new ColumnType(new DataType("numeric(12,2)"), null);
    private static final TypeChange CHANGE = new TypeChange(T, AMOUNT, BIG, "(%s * 1.5)::numeric(12,2)");
    private static final ExecuteSql STOP = ExecuteSql.of("INSERT INTO missing VALUES (1)");
    private static final String ROWS =
            "INSERT INTO \"Order\" SELECT i, CASE WHEN i <> 3 THEN i END FROM generate_series(1, 9) i;";

    @BeforeEach
    void begin() {
        begin(ROWS);
    }

    private void begin(String rows) {
        project.revision(
                "a",
                null,
                "CREATE TABLE \"Order\" (id int, \"Amount \"\"net\"\"\" integer);\n" + rows,
                "DROP TABLE \"Order\";");
        project.upgrade("a");
    }

    private void revisions(List<Operation> expand, List<Operation> contract) {
        revision("b", "a", expand);
        project.revision("c", "b", CHANGE.backfill() + ";", "-- migrate: nothing");
        revision("d", "c", contract);
    }

    private List<String> rows() {
        return database.query("SELECT id, \"Amount \"\"net\"\"\" FROM \"Order\" ORDER BY id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ROWS})
    void endsWhereTheDirectStatementEnds(String rows) {
        fresh();
        begin(rows);
        revisions(CHANGE.expand(), CHANGE.contract());
        project.start();
        State after = state();
        List<String> values = rows();

        fresh();
        begin(rows);
        String using = "(\"Amount \"\"net\"\"\" * 1.5)::numeric(12,2)";
        revision("b", "a", List.of(new AlterColumnType(T, AMOUNT.name(), null, BIG, using, null)));
        project.upgrade("b");
        assertThat(after).as("by %s", dump()).isEqualTo(state());
        assertThat(values).isEqualTo(rows());
    }

    @Test
    void keepsTheSecondColumnUpToDateUntilTheNamesAreSwapped() {
        revisions(CHANGE.expand(), CHANGE.contract());
        project.upgrade("b");
        database.execute(
                "INSERT INTO \"Order\" VALUES (10, 10)",
                "UPDATE \"Order\" SET \"Amount \"\"net\"\"\" = 20 WHERE id = 1");
        project.upgrade("c");
        database.execute(
                "INSERT INTO \"Order\" VALUES (11, NULL)",
                "UPDATE \"Order\" SET \"Amount \"\"net\"\"\" = NULL WHERE id = 2");
        project.upgrade("d");
        assertThat(rows()).contains("1|30.00", "2|null", "3|null", "4|6.00", "10|15.00", "11|null");
    }

    @Test
    void goesBackFromTheExpansionWithoutATrace() {
        State before = state();
        revisions(CHANGE.expand(), CHANGE.contract());
        project.upgrade("c");
        project.downgrade("a");
        assertThat(state()).as("by %s", dump()).isEqualTo(before);
        assertThat(rows()).contains("1|1", "3|null", "9|9");
    }

    @Test
    void goesBackFromTheSwapToTheSchemaBeforeIt() {
        revisions(CHANGE.expand(), CHANGE.contract());
        project.upgrade("c");
        State expanded = state();
        project.upgrade("d");
        project.downgrade("c");
        assertThat(state()).as("by %s", dump()).isEqualTo(expanded);
    }

    @Tag("nightly")
    @Test
    void continuesWhereItWasStopped() {
        revisions(CHANGE.expand(), CHANGE.contract());
        project.start();
        State after = state();
        for (int gap = 0; gap < CHANGE.contract().size(); gap++) {
            int inExpansion = Math.min(gap, CHANGE.expand().size());
            stopAndContinue(stopped(CHANGE.expand(), inExpansion), CHANGE.contract());
            assertThat(state()).as("stopped in step %d of the expansion", gap).isEqualTo(after);
            stopAndContinue(CHANGE.expand(), stopped(CHANGE.contract(), gap));
            assertThat(state()).as("stopped in step %d of the swap", gap).isEqualTo(after);
        }
    }

    private void stopAndContinue(List<Operation> expand, List<Operation> contract) {
        fresh();
        begin(ROWS);
        revisions(expand, contract);
        assertThatThrownBy(project::start)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("missing");
        database.execute("CREATE TABLE missing (id int)");
        project.start();
        database.execute("DROP TABLE missing");
    }

    private static List<Operation> stopped(List<Operation> operations, int gap) {
        List<Operation> stopped = new ArrayList<>(operations);
        stopped.add(gap, STOP);
        return stopped;
    }

    @Test
    void worksOnAColumnOfTheLongestName() {
        Column longest = Column.of("c".repeat(63), new DataType("integer"));
        QualifiedName table = QualifiedName.of("public", "t".repeat(63));
        TypeChange change = new TypeChange(table, longest, BIG, "%s");
        project.revision("b", "a", "CREATE TABLE " + table.name() + " (" + longest.name() + " integer);", "SELECT 1;");
        revision("c", "b", change.expand());
        revision("d", "c", change.contract());
        project.upgrade("c");
        database.execute("INSERT INTO " + table.name() + " VALUES (1)");
        project.upgrade("d");
        assertThat(database.query("SELECT " + longest.name() + " FROM " + table.name()))
                .containsExactly("1.00");
    }
}
