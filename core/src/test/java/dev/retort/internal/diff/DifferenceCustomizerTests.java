/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.ComparisonContext;
import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.EnumOperation.AddEnumValue;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
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
        return DatabaseSchema.EMPTY.withTables(List.of(tables));
    }

    private static Table table(Column... columns) {
        return Table.of(CUSTOMER, List.of(columns), List.of());
    }

    private static Difference between(DatabaseSchema from, DatabaseSchema to) {
        return new SchemaDiff(DiffSettings.of(VERSION)).between(from, to);
    }

    private static List<String> described(List<AnnotatedOperation> changes) {
        return changes.stream()
                .map(AnnotatedOperation::operation)
                .map(Operation::describe)
                .toList();
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
        AnnotatedOperation irreversible =
                AnnotatedOperation.of(AddEnumValue.of(QualifiedName.of("public", "mood"), "ok"));
        Difference found = new Difference(List.of(irreversible), List.of(irreversible), List.of(), List.of());

        Difference rest = found.without(operation -> true);

        assertThat(rest.upgrade()).isEmpty();
        assertThat(rest.downgrade()).containsExactly(irreversible);
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
        String source = Files.readString(Path.of("src/test/java/dev/retort/internal/diff/GrantToReaders.java"));

        assertThat(Files.readString(Path.of("..", "docs", "autogenerate-reference.md")))
                .contains(source.substring(source.indexOf("/** Lets")));
    }
}
