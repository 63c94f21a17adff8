/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.diff.NamePattern;
import dev.retort.diff.ObjectFilter;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.script.SqlScriptWriter;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.recipe.TypeChange;
import dev.retort.operation.value.ColumnType;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.DataType;
import dev.retort.test.Golden;
import dev.retort.test.Invariant;
import dev.retort.test.InvariantTestCase;
import dev.retort.test.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An upgrade in steps that let others write meanwhile satisfies the same invariant as the direct one. */
@Tag(Samples.TAG)
class SafeUpgradeTests extends InvariantTestCase {

    private static final String BEFORE = """
            CREATE TABLE country (code text PRIMARY KEY);
            CREATE TABLE customer (
                id bigint, email text, country text, name text, born int,
                CONSTRAINT customer_name_check CHECK (length(name) > 0));
            CREATE INDEX ix_customer_name ON customer (name);
            CREATE TABLE part (id bigint, at date) PARTITION BY RANGE (at);""";

    static List<Path> scripts() {
        return Golden.cases("dev/retort/diff/safe");
    }

    /** Each file holds statements that make the model of the database above. */
    @ParameterizedTest
    @MethodSource("scripts")
    void holdsTheInvariant(Path file) {
        String change = Golden.read(file);
        invariant.prepare(BEFORE, BEFORE + "\n" + change);
        Invariant.Outcome outcome = invariant.holdSafely(Invariant.everything());
        assertThat(outcome.violations()).as(invariant.comparedWith()).isEmpty();
        for (int version : List.of(17, 18)) {
            if (Invariant.version() == version) {
                String name = file.getFileName().toString().replace(".sql", "-" + version + ".sql");
                Golden.check(
                        file.resolveSibling(name), section(outcome.difference().upgrade()));
            }
        }
    }

    private static String section(List<AnnotatedOperation> upgrade) {
        SqlScriptWriter writer = new SqlScriptWriter(SqlRenderer.of(new ServerVersion(Invariant.version()), "public"));
        return writer.section(upgrade.stream()
                .map(change -> new RenderedOperation(change.operation(), change.notes()))
                .toList());
    }

    static Stream<Path> cases() throws IOException {
        return Samples.every(6, 1, DiffCasesTests.cases().stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsTheInvariantInEveryCaseOfTheDirectUpgrade(Path folder) {
        DiffCasesTests.prepare(invariant, folder);
        Invariant.Outcome outcome = invariant.holdSafely(Invariant.everything());
        assertThat(outcome.violations()).as(invariant.comparedWith()).isEmpty();
    }

    @Test
    void leavesATableThatTheScriptMakesAlone() {
        invariant.prepare("", BEFORE);
        assertThat(invariant.holdSafely(Invariant.everything()).difference().operations())
                .filteredOn(SafeUpgradeTests::isStep)
                .isEmpty();
    }

    /** As the guide says it: the three revisions are written by hand, and left out of the comparison meanwhile. */
    @Test
    void findsNothingOfATypeChangeThatIsLeftOut() {
        QualifiedName customer = QualifiedName.of("public", "customer");
        Column born = Column.of("born", new DataType("integer"));
        TypeChange change = new TypeChange(customer, born, ColumnType.of(new DataType("bigint")), "%s::bigint");
        SqlRenderer renderer = SqlRenderer.of(new ServerVersion(Invariant.version()));
        String expanded = change.expand().stream()
                .flatMap(operation -> renderer.render(operation).stream())
                .collect(Collectors.joining(";\n", BEFORE + "\n", ";"));
        List<NamePattern> left = NamePattern.parse(
                List.of("column:customer.born", "column:customer.born_new", "trigger:customer.customer_born_new"));
        DiffSettings settings =
                Invariant.everything().withDropUnknown(false).withFilter(ObjectFilter.DEFAULT.without(left));

        invariant.prepare(expanded, BEFORE.replace("born int", "born bigint"));
        Difference difference = invariant.hold(settings).difference();

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.unknown())
                .extracting(ObjectKey::toString)
                .containsExactly("function public.customer_born_new()");
    }

    private static boolean isStep(Operation operation) {
        if (operation instanceof CreateIndex index) {
            return index.concurrently();
        }
        return operation instanceof AddConstraint add && add.definition() instanceof Check check && !check.validated();
    }
}
