/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.EnumOperation.AddEnumValue;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Index;
import dev.retort.schema.IndexElement;
import dev.retort.schema.IndexStorage;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ServerVersion;
import dev.retort.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a customizer can do to a difference, and the example of the guide. */
class DifferenceCustomizerTests {

    private static final ServerVersion VERSION = new ServerVersion(17);
    private static final QualifiedName CUSTOMER = QualifiedName.of("public", "customer");
    private static final ComparisonContext CONTEXT = new ComparisonContext("default", VERSION, "public");
    private static final Column ID = Column.of("id", new DataType("integer"));
    private static final Column EMAIL = Column.of("email", new DataType("text"));
    private static final Index INDEX = new Index(
            "customer_id",
            false,
            false,
            "btree",
            List.of(IndexElement.column("id")),
            List.of(),
            null,
            IndexStorage.DEFAULT,
            true,
            null);

    private static DatabaseSchema database(Table... tables) {
        return new DatabaseSchema(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(tables),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Table table(Column... columns) {
        return Table.of(CUSTOMER, List.of(columns), List.of());
    }

    private static Difference between(DatabaseSchema from, DatabaseSchema to) {
        return new SchemaDiff(DiffSettings.of(VERSION)).between(from, to);
    }

    private static List<String> described(List<Change> changes) {
        return changes.stream().map(Change::operation).map(Operation::describe).toList();
    }

    private static Difference indexGoneAndColumnAdded() {
        Table before = table(ID).withIndexes(List.of(INDEX));
        return between(database(before), database(table(ID, EMAIL)));
    }

    @Test
    void whatIsLeftOutOfTheUpgradeIsLeftOutOfTheDowngradeToo() {
        Difference rest = indexGoneAndColumnAdded().without(DropIndex.class::isInstance);

        assertThat(described(rest.upgrade())).containsExactly("add column public.customer.email");
        assertThat(described(rest.downgrade())).containsExactly("drop column public.customer.email");
    }

    @Test
    void leavesNothingToDoWhenEverythingIsLeftOut() {
        Difference rest = indexGoneAndColumnAdded()
                .without(operation -> operation instanceof DropIndex || operation instanceof AddColumn);

        assertThat(rest.isEmpty()).isTrue();
        assertThat(rest.downgrade()).isEmpty();
    }

    @Test
    void keepsInTheDowngradeWhatHasNoReversal() {
        Change noWayBack = Change.of(AddEnumValue.of(QualifiedName.of("public", "mood"), "ok"));
        Difference found = new Difference(List.of(noWayBack), List.of(noWayBack), List.of(), List.of());

        Difference rest = found.without(operation -> true);

        assertThat(rest.upgrade()).isEmpty();
        assertThat(rest.downgrade()).containsExactly(noWayBack);
    }

    @Test
    void grantsWhatTheGuideSaysItGrants() {
        Difference found = between(DatabaseSchema.EMPTY, database(table(ID)));

        Difference rewritten = new GrantToReaders().customize(found, CONTEXT);

        assertThat(described(rewritten.upgrade()))
                .containsExactly("create table public.customer", "grant privileges on table public.customer");
        assertThat(rewritten.downgrade()).isEqualTo(found.downgrade());
    }

    @Test
    void isTheOneThatTheGuideShows() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/retort/diff/GrantToReaders.java"));

        assertThat(Files.readString(Path.of("..", "docs", "autogenerate.md")))
                .contains(source.substring(source.indexOf("/** Lets")));
    }
}
