/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.NamePattern;
import dev.retort.diff.ObjectFilter;
import dev.retort.diff.Rename;
import dev.retort.error.RetortException;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ObjectOperation;
import dev.retort.operation.Operation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.DataType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenameTests {

    private static final DiffSettings SETTINGS = DiffSettings.of(ServerVersion.NEWEST);

    private static DatabaseSchema schema(Table... tables) {
        return DatabaseSchema.EMPTY.withTables(List.of(tables));
    }

    private static Table table(String name, String column) {
        return Table.of(
                QualifiedName.of("public", name),
                List.of(Column.of("id", new DataType("integer")), Column.of(column, new DataType("text"))),
                List.of(Constraint.Check.of("ck", column + " <> ''")));
    }

    @Test
    void renamesATableAndAColumnWhenAsked() {
        Difference difference = new SchemaDiff(SETTINGS.withRenames(
                        List.of(Rename.parse("client:customer"), Rename.parse("client.mail:email"))))
                .between(schema(table("client", "mail")), schema(table("customer", "email")));
        QualifiedName customer = QualifiedName.of("public", "customer");
        List<Operation> expected = List.of(
                new ObjectOperation.Rename(
                        ObjectKey.of(ObjectKind.TABLE, QualifiedName.of("public", "client")), "customer"),
                new ObjectOperation.Rename(ObjectKey.of(ObjectKind.COLUMN, customer, "mail"), "email"));
        assertThat(difference.operations()).isEqualTo(expected);
        assertThat(difference.downgrade().stream().map(AnnotatedOperation::operation))
                .containsExactly(expected.get(1).reverse(), expected.get(0).reverse());
    }

    @Test
    void neverGuessesARenameButSaysThatItLooksLikeOne() {
        Difference difference =
                new SchemaDiff(SETTINGS).between(schema(table("a", "mail")), schema(table("a", "email")));
        assertThat(difference.upgrade())
                .flatExtracting(AnnotatedOperation::notes)
                .anyMatch(note -> note.contains("ALTER TABLE public.a RENAME COLUMN mail TO email"))
                .anyMatch(note -> note.startsWith("Data loss: deletes the values of a.mail"));
    }

    @Test
    void doesNothingWhenARenameWasApplied() {
        Difference difference = new SchemaDiff(SETTINGS.withRenames(List.of(Rename.parse("client:customer"))))
                .between(schema(table("customer", "mail")), schema(table("customer", "mail")));
        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.unsettled()).isEmpty();
    }

    @Test
    void saysThatThereIsNothingToRename() {
        Difference difference = new SchemaDiff(SETTINGS.withRenames(List.of(Rename.parse("nothing:something"))))
                .between(schema(), schema());
        assertThat(difference.unsettled()).singleElement().asString().contains("the database has no nothing");
    }

    @Test
    void refusesWhatIsNoRename() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> Rename.parse("customer"))
                .withMessageContaining("cannot be read");
    }

    @Test
    void keepsAndListsWhatTheModelDoesNotKnow() {
        DatabaseSchema database = schema(table("a", "b"), table("legacy", "b"));
        DatabaseSchema model = schema(table("a", "b"));
        Difference kept = new SchemaDiff(SETTINGS).between(database, model);
        assertThat(kept.isEmpty()).isTrue();
        assertThat(kept.unknown()).containsExactly(table("legacy", "b").key());
        Difference dropped = new SchemaDiff(SETTINGS.withDropUnknown(true)).between(database, model);
        assertThat(dropped.operations()).extracting(Operation::describe).containsExactly("drop table public.legacy");
        assertThat(dropped.unknown()).isEmpty();
    }

    @Test
    void comparesOnlyWhatTheFilterAdmits() {
        DatabaseSchema database = schema(table("a", "b"), table("audit_log", "b"), table("alembic_version", "v"));
        DiffSettings settings = SETTINGS.withDropUnknown(true)
                .withFilter(ObjectFilter.DEFAULT.without(
                        List.of(NamePattern.parse("table:audit_*"), NamePattern.parse("column:a.b"))));
        Difference difference = new SchemaDiff(settings).between(database, schema(table("a", "c")));
        assertThat(difference.operations())
                .extracting(Operation::describe)
                .noneMatch(words -> words.contains("audit") || words.contains("alembic") || words.endsWith("a.b"));
    }
}
