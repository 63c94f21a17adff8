/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.MappingContext;
import dev.retort.diff.Tolerance;
import dev.retort.diff.ToleratedRule;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.operation.Operation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import dev.retort.schema.part.Trigger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mapping of classes is compared by what it can state. */
class UnmappedObjectsTests {

    private static final QualifiedName NAME = QualifiedName.of("public", "customer");
    private static final Column ID = Column.of("id", new DataType("integer"));
    private static final Table MAPPED = Table.of(NAME, List.of(ID), List.of());
    private static final Index INDEX = new Index(
            "ix_customer",
            false,
            false,
            "btree",
            List.of(IndexElement.column("id")),
            List.of(),
            null,
            IndexStorage.DEFAULT,
            true,
            null);
    private static final Table REAL = Table.of(NAME, List.of(ID), List.of(Constraint.Check.of("ck", "id > 0")))
            .withIndexes(List.of(INDEX))
            .withTriggers(List.of(new Trigger(
                    "tr", "CREATE TRIGGER tr BEFORE INSERT ON public.customer ...", Trigger.Firing.ORIGIN, null)))
            .withComment("Who buys");
    private static final View VIEW =
            new View(QualifiedName.of("public", "v"), List.of(), "SELECT 1", Map.of(), List.of(), List.of(), null);

    private static DatabaseSchema schema(Table table, List<SchemaObject> views) {
        return new DatabaseSchema(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(table),
                views,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Difference compare(boolean mapping, boolean dropUnknown) {
        DiffSettings settings =
                DiffSettings.of(ServerVersion.NEWEST).withMapping(mapping).withDropUnknown(dropUnknown);
        return new SchemaDiff(settings).between(schema(REAL, List.of(VIEW)), schema(MAPPED, List.of()));
    }

    private static List<String> described(Difference difference) {
        return difference.operations().stream().map(Operation::describe).toList();
    }

    @Test
    void keepsAndListsWhatItDoesNotState() {
        Difference difference = compare(true, false);

        assertThat(described(difference)).isEmpty();
        assertThat(difference.unknown()).extracting(ObjectKey::toString).containsExactly("view public.v");
        assertThat(difference.tolerated())
                .containsExactly(
                        new ToleratedRule(Tolerance.INDEX, "ix_customer on customer"),
                        new ToleratedRule(Tolerance.CHECK, "ck on customer"));
    }

    @Test
    void dropsOnlyWhatItMightHaveStated() {
        assertThat(described(compare(true, true)))
                .containsExactlyInAnyOrder("drop constraint ck of public.customer", "drop index public.ix_customer");
    }

    @Test
    void dropsObjectsOverADroppedColumnAndRecreatesThemInTheDowngrade() {
        Column email = Column.of("email", new DataType("text"));
        Index lower = new Index(
                "ix_lower",
                false,
                false,
                "btree",
                List.of(IndexElement.expression("lower(email)")),
                List.of(),
                null,
                IndexStorage.DEFAULT,
                true,
                null);
        Index partial = new Index(
                "ix_partial",
                false,
                false,
                "btree",
                List.of(IndexElement.column("id")),
                List.of(),
                "email IS NOT NULL",
                IndexStorage.DEFAULT,
                true,
                null);
        Table real = Table.of(
                        NAME,
                        List.of(ID, email),
                        List.of(
                                Constraint.Check.of("ck_both", "id > 0 OR email <> ''::text"),
                                Constraint.Check.of("ck_id", "email(id) <> id::email")))
                .withIndexes(List.of(lower, partial));

        Difference difference = new SchemaDiff(
                        DiffSettings.of(ServerVersion.NEWEST).withMapping(true))
                .between(schema(real, List.of()), schema(MAPPED, List.of()));

        assertThat(difference.tolerated()).containsExactly(new ToleratedRule(Tolerance.CHECK, "ck_id on customer"));
        assertThat(described(difference))
                .containsExactlyInAnyOrder(
                        "drop index public.ix_lower",
                        "drop index public.ix_partial",
                        "drop constraint ck_both of public.customer",
                        "drop column public.customer.email")
                .last()
                .isEqualTo("drop column public.customer.email");
        assertThat(difference.downgrade().stream()
                        .map(change -> change.operation().describe()))
                .containsExactlyInAnyOrder(
                        "add column public.customer.email",
                        "add constraint ck_both to public.customer",
                        "create index ix_lower on public.customer",
                        "create index ix_partial on public.customer")
                .first()
                .isEqualTo("add column public.customer.email");
    }

    @Test
    void leavesAGeneratedColumnThatIsComputedFromWhatItMaps() {
        Column computed = Column.of("twice", new DataType("integer")).withValue(generated("id * 2"));
        Table real = Table.of(NAME, List.of(ID, computed), List.of());

        Difference difference = between(real, Map.of(), false);

        assertThat(described(difference)).isEmpty();
        assertThat(difference.tolerated())
                .containsExactly(new ToleratedRule(Tolerance.DEFAULT, "customer.twice generated as id * 2"));
        assertThat(described(between(real, Map.of("default customer.twice", "a1"), false)))
                .containsExactly("drop column public.customer.twice");
        assertThat(described(between(real, Map.of(), true))).containsExactly("drop column public.customer.twice");
    }

    /** PostgreSQL drops no column that another one needs. */
    @Test
    void dropsAGeneratedColumnWithTheColumnThatItIsComputedFrom() {
        Column age = Column.of("age", new DataType("integer"));
        Column computed = Column.of("twice", new DataType("integer")).withValue(generated("age * 2"));

        Difference difference = between(Table.of(NAME, List.of(ID, age, computed), List.of()), Map.of(), false);

        assertThat(described(difference))
                .containsExactly("drop column public.customer.twice", "drop column public.customer.age");
    }

    private static ColumnValue generated(String expression) {
        return new ColumnValue.Generated(expression, true);
    }

    private static Difference between(Table real, Map<String, String> stated, boolean dropUnknown) {
        DiffSettings settings = DiffSettings.of(ServerVersion.NEWEST)
                .withMapping(true)
                .withDropUnknown(dropUnknown)
                .withContext(MappingContext.unknown().stating(stated));
        return new SchemaDiff(settings).between(schema(real, List.of()), schema(MAPPED, List.of()));
    }

    @Test
    void isHeldToAllOfATableWhereItCanStateAll() {
        assertThat(described(compare(false, false)))
                .anyMatch(operation -> operation.contains("trigger tr"))
                .anyMatch(operation -> operation.contains("index public.ix_customer"))
                .anyMatch(operation -> operation.contains("comment on"));
    }
}
