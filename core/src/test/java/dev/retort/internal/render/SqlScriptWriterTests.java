/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.read.ScriptLoader;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementSplitter;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.EnumOperation.AddEnumValue;
import dev.retort.operation.Operation;
import dev.retort.operation.recipe.SafeRecipes;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptWriterTests {

    private static final QualifiedName T = QualifiedName.of("public", "t");
    private static final Column EMAIL = Column.of("email", new DataType("text")).withComment("Where to write");

    private final SqlScriptWriter writer = new SqlScriptWriter(SqlRenderer.of(new ServerVersion(17), "public"));

    private static List<RenderedOperation> steps(Operation... operations) {
        return Arrays.stream(operations).map(RenderedOperation::of).toList();
    }

    @Test
    void writesNotesAboveAnOperationAndABlankLineBetweenTwo() {
        List<RenderedOperation> steps = List.of(
                new RenderedOperation(
                        AddColumn.of(T, EMAIL), List.of("Renamed from mail?", "It would lose its values.")),
                RenderedOperation.of(ExecuteSql.of("UPDATE t SET email = ''")));
        assertThat(writer.section(steps)).isEqualTo("""
                -- Renamed from mail?
                -- It would lose its values.
                ALTER TABLE t ADD COLUMN email text;
                COMMENT ON COLUMN t.email IS 'Where to write';

                UPDATE t SET email = '';
                """);
    }

    @Test
    void makesNoMarkerOfANote() {
        List<String> notes = List.of("Renamed from x?\nmigrate: downgrade", " Migrate : nothing", "to migrate: all");
        String section = writer.section(List.of(new RenderedOperation(AddColumn.of(T, EMAIL), notes)));

        assertThat(section).startsWith("""
                -- Renamed from x?
                -- | migrate: downgrade
                -- |  Migrate : nothing
                -- to migrate: all
                """);
        RevisionScript script = ScriptLoader.parse(
                "x.sql",
                "-- revision: x\n\n-- migrate: upgrade\n" + section + "\n-- migrate: downgrade\n-- migrate: nothing\n");
        assertThat(script.upgrade()).hasSize(1);
        assertThat(script.upgrade().get(0).statements()).hasSize(2);
    }

    @Test
    void closesAStatementBehindItsComment() {
        String section = writer.section(steps(ExecuteSql.of("SELECT 1 -- one;"), ExecuteSql.of("SELECT 2")));

        assertThat(StatementSplitter.split(section, 1))
                .extracting(SqlStatement::text)
                .containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void buildsIndexesConcurrentlyOutsideOfTheTransactionAndGoesBackIntoIt() {
        Index index = new Index(
                "ix",
                false,
                false,
                "btree",
                List.of(IndexElement.column("email")),
                List.of(),
                null,
                IndexStorage.DEFAULT,
                true,
                "Finds");
        SafeRecipes recipes = new SafeRecipes(new ServerVersion(17));
        assertThat(writer.section(steps(recipes.index(T, index).get(0), AddColumn.of(T, EMAIL.withComment(null)))))
                .isEqualTo("""
                -- migrate: autocommit
                CREATE INDEX CONCURRENTLY ix ON t (email);

                -- migrate: transaction
                COMMENT ON INDEX ix IS 'Finds';

                ALTER TABLE t ADD COLUMN email text;
                """);
    }

    @Test
    void showsTheStepsOfARecipe() {
        List<Operation> notNull = new SafeRecipes(new ServerVersion(17)).notNull(T, "email");
        assertThat(writer.section(notNull.stream().map(RenderedOperation::of).toList()))
                .isEqualTo("""
                ALTER TABLE t ADD CONSTRAINT t_email_there CHECK ("email" IS NOT NULL) NOT VALID;

                -- migrate: autocommit
                ALTER TABLE t VALIDATE CONSTRAINT t_email_there;

                -- migrate: transaction
                ALTER TABLE t ALTER COLUMN email SET NOT NULL;

                ALTER TABLE t DROP CONSTRAINT t_email_there;
                """);
        assertThat(writer.reversal(notNull)).isEqualTo("ALTER TABLE t ALTER COLUMN email DROP NOT NULL;\n");
    }

    @Test
    void takesNoNullsByANotNullConstraintSince18() {
        SqlScriptWriter newer = new SqlScriptWriter(SqlRenderer.of(new ServerVersion(18), "public"));
        List<Operation> notNull = new SafeRecipes(new ServerVersion(18)).notNull(T, "email");
        assertThat(newer.section(notNull.stream().map(RenderedOperation::of).toList()))
                .isEqualTo("""
                ALTER TABLE t ADD CONSTRAINT t_email_not_null NOT NULL email NOT VALID;

                -- migrate: autocommit
                ALTER TABLE t VALIDATE CONSTRAINT t_email_not_null;
                """);
    }

    @Test
    void commitsAnAddedValueOfAnEnumTypeBeforeItIsUsed() {
        Operation add = AddEnumValue.of(QualifiedName.of("public", "mood"), "ok");
        assertThat(writer.section(steps(add))).isEqualTo("ALTER TYPE mood ADD VALUE 'ok';\n");
        assertThat(writer.section(steps(add, AddColumn.of(T, EMAIL.withComment(null)))))
                .isEqualTo("""
                -- migrate: autocommit
                ALTER TYPE mood ADD VALUE 'ok';

                -- migrate: transaction
                ALTER TABLE t ADD COLUMN email text;
                """);
    }

    @Test
    void saysWhyARevisionIsIrreversible() {
        assertThat(writer.reversal(List.of(ExecuteSql.of("DELETE FROM t"))))
                .isEqualTo("-- migrate: irreversible The operation \"execute SQL\" cannot be reversed."
                        + " It does not give the statements that reverse it.\n");
    }

    @Test
    void saysThatThereIsNothingToDowngrade() {
        assertThat(writer.reversal(List.of(new ExecuteSql("DELETE FROM t", "", false))))
                .isEqualTo("-- migrate: nothing\n");
    }

    @Test
    void dropsAConstraintAndItsIndexInOneStroke() {
        List<Operation> unique =
                new SafeRecipes(new ServerVersion(17)).unique(T, Unique.of("t_email_key", List.of("email")));
        assertThat(writer.reversal(unique)).isEqualTo("ALTER TABLE t DROP CONSTRAINT t_email_key;\n");
    }
}
