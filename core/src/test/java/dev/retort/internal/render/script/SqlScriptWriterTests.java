/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.read.ScriptLoader;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementSplitter;
import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.ConstraintOperation.ValidateConstraint;
import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.EnumOperation.AddEnumValue;
import dev.retort.operation.ObjectOperation.CommentOn;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.Operation;
import dev.retort.operation.TableOperation.SetRowSecurity;
import dev.retort.operation.recipe.SafeRecipes;
import dev.retort.operation.value.ColumnType;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Default;
import dev.retort.schema.part.Constraint.Check;
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
    private static final DataType TEXT = new DataType("text");
    private static final Column EMAIL = Column.of("email", TEXT).withComment("Where to write");

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
    void writesTheAdjacentChangesOfATableAsOneStatement() {
        List<RenderedOperation> steps = List.of(
                RenderedOperation.of(DropConstraint.of(T, Check.of("ck", "age > 0"))),
                new RenderedOperation(type("age", "bigint"), List.of("migrate: said", "Rewrites t.")),
                RenderedOperation.of(AddColumn.of(T, EMAIL)),
                RenderedOperation.of(AlterColumnNullability.setNotNull(T, "age")),
                RenderedOperation.of(new AddConstraint(T, Unique.of("t_email_key", List.of("email")))),
                RenderedOperation.of(DropColumn.of(T, Column.of("fax", TEXT))),
                RenderedOperation.of(AddColumn.of(QualifiedName.of("public", "u"), EMAIL.withComment(null))));

        assertThat(writer.section(steps)).isEqualTo("""
                ALTER TABLE t
                    DROP CONSTRAINT ck,
                    -- | migrate: said
                    -- Rewrites t.
                    ALTER COLUMN age TYPE bigint,
                    ADD COLUMN email text,
                    ALTER COLUMN age SET NOT NULL,
                    ADD CONSTRAINT t_email_key UNIQUE (email),
                    DROP COLUMN fax;
                COMMENT ON COLUMN t.email IS 'Where to write';

                ALTER TABLE u ADD COLUMN email text;
                """);
    }

    /** PostgreSQL does not run the actions of a statement as written: it would drop the default first. */
    @Test
    void separatesWhatDependsOnTheOrder() {
        assertThat(writer.section(steps(
                        AddColumn.of(T, Column.of("a", TEXT).withValue(new Default("''::text"))),
                        dropDefault("a"),
                        AddColumn.of(T, Column.of("b", TEXT).withValue(new Default("'b'::text"))),
                        dropDefault("b"))))
                .isEqualTo("""
                ALTER TABLE t
                    ADD COLUMN a text DEFAULT ''::text,
                    ADD COLUMN b text DEFAULT 'b'::text;

                ALTER TABLE t
                    ALTER COLUMN a DROP DEFAULT,
                    ALTER COLUMN b DROP DEFAULT;
                """);
        assertThat(writer.section(
                        steps(type("a", "integer"), type("a", "bigint"), DropColumn.of(T, Column.of("a", TEXT)))))
                .isEqualTo("""
                ALTER TABLE t ALTER COLUMN a TYPE integer;

                ALTER TABLE t ALTER COLUMN a TYPE bigint;

                ALTER TABLE t DROP COLUMN a;
                """);
        assertThat(writer.section(steps(
                        new AlterColumnType(T, "a", null, ColumnType.of(TEXT), "\"B\" || a", null),
                        DropColumn.of(T, Column.of("B", TEXT)))))
                .isEqualTo("""
                ALTER TABLE t ALTER COLUMN a TYPE text USING "B" || a;

                ALTER TABLE t DROP COLUMN "B";
                """);
    }

    /** The rows are filled before NOT NULL; a check that is not validated takes the lock briefly; a name changes alone. */
    @Test
    void combinesNothingOverAnotherStatement() {
        Operation unchecked = new AddConstraint(T, Check.of("ck", "age > 0").withValidated(false));
        assertThat(writer.section(steps(
                        AddColumn.of(T, EMAIL.withComment(null)),
                        ExecuteSql.of("UPDATE t SET email = ''"),
                        AlterColumnNullability.setNotNull(T, "email"),
                        unchecked,
                        new ValidateConstraint(T, "ck", null),
                        new Rename(ObjectKey.of(ObjectKind.COLUMN, T, "fax"), "phone"),
                        AddColumn.of(T, Column.of("x", TEXT)))))
                .isEqualTo("""
                ALTER TABLE t ADD COLUMN email text;

                UPDATE t SET email = '';

                ALTER TABLE t ALTER COLUMN email SET NOT NULL;

                ALTER TABLE t ADD CONSTRAINT ck CHECK (age > 0) NOT VALID;

                -- migrate: autocommit
                ALTER TABLE t VALIDATE CONSTRAINT ck;

                -- migrate: transaction
                ALTER TABLE t RENAME COLUMN fax TO phone;

                ALTER TABLE t ADD COLUMN x text;
                """);
    }

    @Test
    void movesCommentsAndPrivilegesOfTheTableBehindItsStatement() {
        assertThat(writer.section(steps(
                        AlterColumnNullability.setNotNull(T, "a"),
                        new CommentOn(ObjectKey.of(ObjectKind.COLUMN, T, "a"), null, "First"),
                        new SetRowSecurity(T, true),
                        new CommentOn(ObjectKey.of(ObjectKind.TABLE, QualifiedName.of("public", "u")), null, "Other"))))
                .isEqualTo("""
                ALTER TABLE t
                    ALTER COLUMN a SET NOT NULL,
                    ENABLE ROW LEVEL SECURITY;

                COMMENT ON COLUMN t.a IS 'First';

                COMMENT ON TABLE u IS 'Other';
                """);
    }

    private static AlterColumnType type(String column, String type) {
        return new AlterColumnType(T, column, null, ColumnType.of(new DataType(type)), null, null);
    }

    private static AlterColumnValue dropDefault(String column) {
        return new AlterColumnValue(T, column, new Default("''::text"), ColumnValue.NONE);
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
    void setsNotNullByAConstraintSince18() {
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
