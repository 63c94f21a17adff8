/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.rename;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.FormerName;
import dev.retort.diff.Rename;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.operation.Operation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.DataType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model says of former names, held against what a database has. */
class FormerNamesTests {

    private static final QualifiedName CUSTOMER = QualifiedName.of("public", "customer");
    private static final FormerName TABLE = new FormerName(CUSTOMER, null, "client");
    private static final FormerName COLUMN = new FormerName(CUSTOMER, "email", "mail");

    private static Table table(String name, String... columns) {
        List<Column> all = Arrays.stream(columns)
                .map(column -> Column.of(column, new DataType("text")))
                .toList();
        return Table.of(QualifiedName.of("public", name), all, List.of());
    }

    private static DatabaseSchema schema(Table... tables) {
        return DatabaseSchema.EMPTY.withTables(List.of(tables));
    }

    private static Difference between(DatabaseSchema database, DatabaseSchema model, Rename... asked) {
        return new SchemaDiff(DiffSettings.of(ServerVersion.NEWEST)
                        .withFormerNames(List.of(COLUMN, TABLE))
                        .withRenames(List.of(asked)))
                .between(database, model);
    }

    private static List<String> upgrade(Difference difference) {
        return difference.operations().stream().map(Operation::describe).toList();
    }

    private static List<String> downgrade(Difference difference) {
        return difference.downgrade().stream()
                .map(change -> change.operation().describe())
                .toList();
    }

    @Test
    void renamesTableAndColumnAtOnce() {
        Difference difference = between(schema(table("client", "mail")), schema(table("customer", "email")));

        assertThat(upgrade(difference))
                .containsExactly(
                        "rename table public.client to customer", "rename column public.customer.mail to email");
        assertThat(downgrade(difference))
                .containsExactly(
                        "rename column public.customer.email to mail", "rename table public.customer to client");
    }

    @Test
    void renamesWhatIsLeftWhenTheOtherWasDone() {
        assertThat(upgrade(between(schema(table("customer", "mail")), schema(table("customer", "email")))))
                .containsExactly("rename column public.customer.mail to email");
        assertThat(upgrade(between(schema(table("client", "email")), schema(table("customer", "email")))))
                .containsExactly("rename table public.client to customer");
    }

    @Test
    void doesNothingWhenEverythingWasApplied() {
        Difference difference = between(schema(table("customer", "email")), schema(table("customer", "email")));

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.unsettled()).isEmpty();
    }

    @Test
    void doesNothingMoreWhenAPersonRequestedTheSame() {
        Difference difference = between(
                schema(table("client", "mail")),
                schema(table("customer", "email")),
                Rename.parse("client:customer"),
                Rename.parse("client.mail:email"));

        assertThat(upgrade(difference)).hasSize(2);
    }

    @Test
    void continuesFromWhatAPersonAskedFor() {
        Difference difference = between(
                schema(table("kunde", "mail")), schema(table("customer", "email")), Rename.parse("kunde:customer"));

        assertThat(upgrade(difference))
                .containsExactly(
                        "rename table public.kunde to customer", "rename column public.customer.mail to email");
    }

    @Test
    void meansNothingWhenTheModelUsesTheFormerNamesForSomethingElse() {
        DatabaseSchema model = schema(table("client", "mail"), table("customer", "email", "mail"));

        assertThat(upgrade(between(schema(table("client", "mail")), model)))
                .containsExactly("create table public.customer");
        assertThat(upgrade(between(schema(table("client", "mail"), table("customer", "mail")), model)))
                .containsExactly("add column public.customer.email");
    }

    @Test
    void neverTouchesTheColumnOfAnotherTableThatHasTheFormerName() {
        DatabaseSchema model = schema(table("client", "mail"), table("customer", "email"));

        assertThat(upgrade(between(schema(table("client", "mail"), table("customer", "email")), model)))
                .isEmpty();
    }

    @Test
    void keepsAFormerTableBesideThePresentOne() {
        Difference difference = between(
                schema(table("client", "mail"), table("customer", "email")), schema(table("customer", "email")));

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.unknown()).extracting(Object::toString).containsExactly("table public.client");
    }

    @Test
    void isStaleWithoutHarmInAnEmptyDatabase() {
        Difference difference = between(DatabaseSchema.EMPTY, schema(table("customer", "email")));

        assertThat(upgrade(difference)).containsExactly("create table public.customer");
        assertThat(difference.unsettled()).isEmpty();
    }

    @Test
    void takesTheFirstOfSeveralFormerNamesThatTheDatabaseHas() {
        FormerName first = new FormerName(CUSTOMER, null, "kunde");
        Difference difference = new SchemaDiff(
                        DiffSettings.of(ServerVersion.NEWEST).withFormerNames(List.of(first, TABLE)))
                .between(schema(table("client", "email")), schema(table("customer", "email")));

        assertThat(upgrade(difference)).containsExactly("rename table public.client to customer");
    }
}
