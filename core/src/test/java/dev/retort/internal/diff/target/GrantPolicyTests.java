/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.internal.diff.mapping.StatedObjects;
import dev.retort.internal.diff.model.Lookup;
import dev.retort.internal.diff.rename.NewNames;
import dev.retort.schema.CompositeType;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.Extension;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.Namespace;
import dev.retort.schema.RangeType;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.Grant;
import dev.retort.schema.part.SequenceOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrantPolicyTests {

    private static final List<Grant> NONE = List.of();
    private static final List<Grant> TO_READERS = List.of(new Grant("readers", "SELECT", false, false));
    private static final List<Grant> TO_WRITERS = List.of(new Grant("writers", "UPDATE", true, false));
    private static final QualifiedName NAME = new QualifiedName("public", "o");

    /** An object of each kind that has privileges, with these. */
    private static Stream<SchemaObject> objects(List<Grant> grants) {
        return Stream.of(
                table(grants, NONE),
                new View(NAME, List.of(column(NONE)), "SELECT 1 AS c", Map.of(), List.of(), grants, "v"),
                new MaterializedView(
                        NAME, List.of(column(NONE)), "SELECT 1 AS c", List.of(), Map.of(), null, true, grants, "m"),
                new Sequence(NAME, null, SequenceOptions.DEFAULTS, null, false, grants, "s"),
                new Routine(NAME, false, "", "integer", "SELECT 1", grants, "r"),
                new EnumType(NAME, List.of("a"), grants, "e"),
                new CompositeType(NAME, List.of(column(NONE)), grants, "c"),
                new RangeType(NAME, "subtype = integer", grants, "range"),
                new Domain(NAME, new DataType("integer"), null, null, false, List.of(), grants, "d"),
                new Namespace("n", grants, "n"),
                new DefinedObject(
                        ObjectKey.of(ObjectKind.FOREIGN_TABLE, NAME),
                        null,
                        "CREATE FOREIGN TABLE o () SERVER f",
                        "FOREIGN TABLE o",
                        null,
                        grants,
                        "f"));
    }

    private static Table table(List<Grant> grants, List<Grant> onColumn) {
        return Table.of(NAME, List.of(column(onColumn)), List.of()).withGrants(grants);
    }

    private static Column column(List<Grant> grants) {
        return Column.of("c", new DataType("integer")).withGrants(grants);
    }

    private static Stream<List<SchemaObject>> wantedAndThere() {
        List<SchemaObject> wanted = objects(NONE).toList();
        List<SchemaObject> there = objects(TO_READERS).toList();
        return Stream.iterate(0, i -> i < wanted.size(), i -> i + 1).map(i -> List.of(wanted.get(i), there.get(i)));
    }

    /** The policy of a model in whose schema PUBLIC has the privilege that it has in each database. */
    private static GrantPolicy policy(Table... tables) {
        return policy(List.of(new Grant("", "USAGE", false, false)), tables);
    }

    private static GrantPolicy policy(List<Grant> onSchema, Table... tables) {
        DatabaseSchema model = new DatabaseSchema(
                List.of(new Namespace("public", onSchema, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(tables),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        ServerVersion version = new ServerVersion(17);
        StatedObjects none = StatedObjects.of(new Lookup(model), DiffSettings.of(version), new NewNames(version));
        return new GrantPolicy(model, none);
    }

    @ParameterizedTest
    @MethodSource("wantedAndThere")
    void anObjectKeepsItsPrivilegesUnderAModelThatStatesNone(List<SchemaObject> objects) {
        SchemaObject wanted = objects.get(0);
        SchemaObject there = objects.get(1);

        SchemaObject settled = policy(table(NONE, NONE)).settle(wanted, there);

        assertThat(settled).isEqualTo(there);
    }

    @ParameterizedTest
    @MethodSource("wantedAndThere")
    void aModelThatStatesAPrivilegeDecidesAboutAllOfThem(List<SchemaObject> objects) {
        SchemaObject wanted = objects.get(0);

        assertThat(policy(table(TO_WRITERS, NONE)).settle(wanted, objects.get(1)))
                .isSameAs(wanted);
        assertThat(policy(table(NONE, TO_WRITERS)).settle(wanted, objects.get(1)))
                .isSameAs(wanted);
        assertThat(policy(TO_WRITERS, table(NONE, NONE)).settle(wanted, objects.get(1)))
                .isSameAs(wanted);
    }

    @Test
    void aNewObjectIsAsTheModelStatesIt() {
        Table wanted = table(NONE, NONE);

        assertThat(policy(wanted).settle(wanted, null)).isSameAs(wanted);
    }

    @Test
    void anExtensionHasNoPrivileges() {
        Extension extension = new Extension("citext", "public", "1.6");

        assertThat(policy().settle(extension, extension)).isEqualTo(extension);
    }

    @Test
    void columnsKeepThePrivilegesOfTheColumnsOfTheirNames() {
        Table there = table(NONE, TO_READERS);
        Table wanted = table(NONE, NONE).withColumns(List.of(column(NONE), Column.of("added", new DataType("text"))));

        Table settled = policy(wanted).settle(wanted, there);

        assertThat(settled.columns()).extracting(Column::grants).containsExactly(TO_READERS, NONE);
        View view = new View(NAME, wanted.columns(), "SELECT", Map.of(), List.of(), NONE, null);
        View old = new View(NAME, there.columns(), "SELECT", Map.of(), List.of(), NONE, null);
        assertThat(policy().settle(view, old).columns())
                .extracting(Column::grants)
                .containsExactly(TO_READERS, NONE);
    }

    @Test
    void theOtherPropertiesAreThoseOfTheModel() {
        EnumType wanted = new EnumType(NAME, List.of("a", "b"), NONE, "new");
        EnumType there = new EnumType(NAME, List.of("a"), TO_READERS, "old");

        assertThat(policy().settle(wanted, there)).isEqualTo(new EnumType(NAME, List.of("a", "b"), TO_READERS, "new"));
    }

    @Test
    void whatItDoesNotCompareItDoesNotTakeForACompared() {
        assertThat(policy(table(NONE, NONE)).isCompared(ObjectKey.of(ObjectKind.TABLE, NAME)))
                .isFalse();
        assertThat(policy(table(TO_READERS, NONE)).isCompared(ObjectKey.of(ObjectKind.TABLE, NAME)))
                .isTrue();
    }
}
