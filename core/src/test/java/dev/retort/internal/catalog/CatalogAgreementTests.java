/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.sql.Identifiers;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Index;
import dev.retort.test.Dump;
import dev.retort.test.Invariant;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader against what the server says by other ways. */
@Tag(Samples.TAG)
class CatalogAgreementTests {

    private static final String INDEXES = """
            SELECT pg_get_indexdef(i.indexrelid)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ORDER BY 1
            """;

    private static final String CONSTRAINTS = """
            SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint
            WHERE conrelid <> 0 AND contype IN ('p', 'u', 'f', 'c', 'x') ORDER BY 1, 2
            """;

    private static final String COLUMNS = """
            SELECT table_schema, table_name, column_name, is_nullable, is_identity, is_generated
            FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND domain_name IS NULL
              AND table_type IN ('BASE TABLE', 'VIEW')
            ORDER BY table_schema, table_name, ordinal_position
            """;

    private static final Dump DUMP = Dump.find(Invariant.version());

    private final Scope scope = new Scope(Scope.Selection.ALL, List.of(), Set.of());

    static Stream<Path> cases() {
        return Samples.every(5, 1, CatalogCases.all().stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsReadOfIndexesMakesTheSameIndexes(Path file) throws SQLException {
        try (TestDatabase database = CatalogCases.create(file)) {
            List<String> before = database.query(INDEXES);
            List<String> statements = new ArrayList<>();
            for (SchemaObject object : CatalogCases.read(database, scope).objects()) {
                for (Index index : indexes(object)) {
                    QualifiedName table = object.key().name();
                    String name = WrittenFromReading.nameOf(index.name());
                    statements.add("DROP INDEX " + WrittenFromReading.quote(table.sibling(name)));
                    statements.add(WrittenFromReading.create(table, index));
                }
            }
            database.execute(statements.toArray(String[]::new));
            assertThat(database.query(INDEXES)).isEqualTo(before);
        }
    }

    private static List<Index> indexes(SchemaObject object) {
        if (object instanceof Table table) {
            return table.indexes();
        }
        return object instanceof MaterializedView view ? view.indexes() : List.of();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsReadOfConstraintsMakesTheSameConstraints(Path file) throws SQLException {
        try (TestDatabase database = CatalogCases.create(file)) {
            List<String> before = database.query(CONSTRAINTS);
            List<String> drops = new ArrayList<>();
            List<String> adds = new ArrayList<>();
            for (Table table : CatalogCases.read(database, scope).tables()) {
                for (Constraint constraint : table.constraints()) {
                    if (isOwn(constraint)) {
                        boolean references = constraint instanceof Constraint.ForeignKey;
                        drops.add(references ? 0 : drops.size(), drop(table, constraint));
                        adds.add(references ? adds.size() : 0, WrittenFromReading.add(table.name(), constraint));
                    }
                }
            }
            database.execute(Stream.concat(drops.stream(), adds.stream()).toArray(String[]::new));
            assertThat(database.query(CONSTRAINTS)).isEqualTo(before);
        }
    }

    private static boolean isOwn(Constraint constraint) {
        return !(constraint instanceof Constraint.Check check) || !check.inherited();
    }

    private static String drop(Table table, Constraint constraint) {
        return "ALTER TABLE " + WrittenFromReading.quote(table.name()) + " DROP CONSTRAINT "
                + Identifiers.quote(WrittenFromReading.nameOf(constraint.name()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void columnsAreThoseOfTheInformationSchema(Path file) throws SQLException {
        try (TestDatabase database = CatalogCases.create(file)) {
            DatabaseSchema schema = CatalogCases.read(database, scope);
            List<String> columns = new ArrayList<>();
            schema.tables().forEach(table -> describe(table.name(), table.columns(), columns));
            schema.views().stream()
                    .filter(View.class::isInstance)
                    .map(View.class::cast)
                    .forEach(view -> describe(view.name(), view.columns(), columns));
            assertThat(columns).containsAll(database.query(COLUMNS)).doesNotHaveDuplicates();
        }
    }

    private static void describe(QualifiedName relation, List<Column> columns, List<String> lines) {
        for (Column column : columns) {
            boolean identity = column.value() instanceof ColumnValue.Identity;
            boolean generated = column.value() instanceof ColumnValue.Generated;
            lines.add(String.join(
                    "|",
                    relation.schema(),
                    relation.name(),
                    column.name(),
                    column.isNotNull() ? "NO" : "YES",
                    identity ? "YES" : "NO",
                    generated ? "ALWAYS" : "NEVER"));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aDumpRestoredElsewhereReadsTheSame(Path file) throws SQLException, IOException, InterruptedException {
        assumeThat(DUMP.isPresent()).as(DUMP.toString()).isTrue();
        try (TestDatabase original = CatalogCases.create(file);
                TestDatabase copy = TestDatabase.create()) {
            String dump = run(
                    "pg_dump", "-s", "-h", "localhost", "-p", "" + original.port(), "-U", "postgres", original.name());
            CatalogCases.execute(copy, withoutMetaCommands(dump));
            assertThat(printWithoutFilling(copy)).isEqualTo(printWithoutFilling(original));
        }
    }

    /** Prints what is read but for whether materialized views are filled: a dump without data fills none. */
    private String printWithoutFilling(TestDatabase database) throws SQLException {
        return SchemaPrinter.print(CatalogCases.read(database, scope)).replace("  populated\n", "");
    }

    private static String withoutMetaCommands(String dump) {
        return dump.replaceAll("(?m)^\\\\.*$", "");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output;
    }
}
