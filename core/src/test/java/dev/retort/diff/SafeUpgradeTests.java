/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.ColumnType;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.TypeChange;
import dev.retort.render.ScriptStep;
import dev.retort.render.SqlRenderer;
import dev.retort.render.SqlScriptWriter;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint.Check;
import dev.retort.schema.DataType;
import dev.retort.schema.ObjectKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ServerVersion;
import dev.retort.test.Golden;
import dev.retort.test.Law;
import dev.retort.test.LawTestCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An upgrade in steps that let others write meanwhile is held to the same law as the direct one. */
class SafeUpgradeTests extends LawTestCase {

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
    void holdsTheLaw(Path file) {
        String change = Golden.read(file);
        law.prepare(BEFORE, BEFORE + "\n" + change);
        Law.Outcome outcome = law.holdSafely(Law.everything());
        assertThat(outcome.breaches()).as(law.comparedWith()).isEmpty();
        for (int version : List.of(17, 18)) {
            if (Law.version() == version) {
                String name = file.getFileName().toString().replace(".sql", "-" + version + ".sql");
                Golden.check(
                        file.resolveSibling(name), section(outcome.difference().upgrade()));
            }
        }
    }

    private static String section(List<Change> upgrade) {
        SqlScriptWriter writer = new SqlScriptWriter(SqlRenderer.of(new ServerVersion(Law.version()), "public"));
        return writer.section(upgrade.stream()
                .map(change -> new ScriptStep(change.operation(), change.notes()))
                .toList());
    }

    static List<Path> cases() throws IOException {
        return DiffCasesTests.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsTheLawInEveryCaseOfTheDirectUpgrade(Path folder) {
        DiffCasesTests.prepare(law, folder);
        Law.Outcome outcome = law.holdSafely(Law.everything());
        assertThat(outcome.breaches()).as(law.comparedWith()).isEmpty();
    }

    @Test
    void leavesATableThatTheScriptMakesAlone() {
        law.prepare("", BEFORE);
        assertThat(law.holdSafely(Law.everything()).difference().operations())
                .filteredOn(SafeUpgradeTests::isStep)
                .isEmpty();
    }

    /** As the guide says it: the three revisions are written by hand, and left out of the comparison meanwhile. */
    @Test
    void findsNothingOfATypeChangeThatIsLeftOut() {
        QualifiedName customer = QualifiedName.of("public", "customer");
        Column born = Column.of("born", new DataType("integer"));
        TypeChange change = new TypeChange(customer, born, ColumnType.of(new DataType("bigint")), "%s::bigint");
        SqlRenderer renderer = SqlRenderer.of(new ServerVersion(Law.version()));
        String expanded = change.expand().stream()
                .flatMap(operation -> renderer.render(operation).stream())
                .collect(Collectors.joining(";\n", BEFORE + "\n", ";"));
        List<NamePattern> left = NamePattern.parse(
                List.of("column:customer.born", "column:customer.born_new", "trigger:customer.customer_born_new"));
        DiffSettings settings = Law.everything().withDropUnknown(false).withFilter(ObjectFilter.DEFAULT.without(left));

        law.prepare(expanded, BEFORE.replace("born int", "born bigint"));
        Difference difference = law.hold(settings).difference();

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
