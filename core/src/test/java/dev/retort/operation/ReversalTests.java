/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.ConstraintOperation.ValidateConstraint;
import dev.retort.operation.EnumOperation.AddEnumValue;
import dev.retort.operation.ObjectOperation.CommentOn;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.TableOperation.DropTable;
import dev.retort.operation.recipe.SafeRecipes;
import dev.retort.schema.Table;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.NotNull;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReversalTests {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final Column NAME = Column.of("name", new DataType("text"));
    private final SafeRecipes onOld = new SafeRecipes(new ServerVersion(17));

    @Test
    void goesBackInTheOppositeOrder() {
        List<Operation> there = List.of(AddColumn.of(T, NAME), AlterColumnNullability.setNotNull(T, "name"));
        assertThat(Reversal.of(there))
                .containsExactly(AlterColumnNullability.dropNotNull(T, "name"), DropColumn.of(T, NAME));
    }

    @Test
    void justDropsAConstraintThatWasAddedAndValidated() {
        ForeignKey key = ForeignKey.of("fk", List.of("a"), QualifiedName.of("u"), List.of("id"));
        assertThat(Reversal.of(onOld.foreignKey(T, key)))
                .containsExactly(DropConstraint.of(T, key.withValidated(false)));
    }

    @Test
    void doesNotRecreateTheIntermediateObjectsOfARecipe() {
        assertThat(Reversal.of(onOld.notNull(T, "name")))
                .containsExactly(AlterColumnNullability.dropNotNull(T, "name"));
    }

    @Test
    void dropsNotNullInOneStepThatARecipeSetsInTwo() {
        List<Operation> recipe = new SafeRecipes(new ServerVersion(18)).notNull(T, "name");
        NotNull named = new NotNull("t_name_not_null", false, true);
        assertThat(Reversal.of(recipe)).containsExactly(new AlterColumnNullability(T, "name", named, null));
    }

    @Test
    void validatesARestoredCheckInASeparateStep() {
        Check old = Check.of("c", "a > 0");
        Check temporary = Check.of("c_new", "a > 1");
        assertThat(Reversal.of(onOld.replaceCheck(T, old, Check.of("c", "a > 1"))))
                .containsExactly(
                        new Rename(ObjectKey.of(ObjectKind.CONSTRAINT, T, "c"), "c_new"),
                        new AddConstraint(T, old.withValidated(false)),
                        new ValidateConstraint(T, "c", old),
                        DropConstraint.of(T, temporary.withValidated(false)));
    }

    @Test
    void givesHelpersNamesThatPostgresKeepsApart() {
        String longest = "n".repeat(63);
        List<Operation> replaced = onOld.replaceCheck(T, Check.of(longest, "a > 0"), Check.of(longest, "a > 1"));
        assertThat(replaced.get(0))
                .isInstanceOfSatisfying(
                        AddConstraint.class,
                        add -> assertThat(add.definition().name()).isEqualTo("n".repeat(59) + "_new"));
    }

    @Test
    void dropsTheIndexWithTheConstraintThatItBecame() {
        Unique unique = Unique.of("t_name_key", List.of("name"));
        assertThat(Reversal.of(onOld.unique(T, unique))).containsExactly(DropConstraint.of(T, unique));
    }

    @Test
    void saysWhatADropLacks() {
        assertThatThrownBy(() -> new DropTable(T, false, false, null).reverse())
                .isInstanceOf(IrreversibleOperationException.class)
                .hasMessage("The operation \"drop table t\" cannot be reversed."
                        + " It does not give the definition of the dropped object."
                        + " Give that to the operation, or write the downgrade manually.");
    }

    @Test
    void doesNotReverseADropThatTookOthersWithIt() {
        Table table = Table.of(T, List.of(NAME), List.of());
        assertThatThrownBy(() -> new DropTable(T, false, true, table).reverse())
                .hasMessageContaining("CASCADE drops all dependent objects");
    }

    @Test
    void doesNotReverseWhatHasNoNameToDropItBy() {
        assertThatThrownBy(() -> new AddConstraint(T, Unique.of(null, List.of("name"))).reverse())
                .hasMessageContaining("It does not give the name, which PostgreSQL then chooses.");
    }

    @Test
    void doesNotReverseACommentWithoutThePreviousOne() {
        CommentOn comment = new CommentOn(ObjectKey.of(ObjectKind.TABLE, T), null, "New");
        assertThatThrownBy(comment::reverse).hasMessageContaining("It does not give the previous value.");
    }

    @Test
    void doesNotReverseAnAddedValueOfAnUnknownEnumType() {
        assertThatThrownBy(() -> AddEnumValue.of(QualifiedName.of("mood"), "ok").reverse())
                .hasMessageContaining("PostgreSQL cannot remove a value from an enum type");
    }
}
