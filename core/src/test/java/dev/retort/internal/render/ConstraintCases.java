/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import static dev.retort.internal.render.OperationCases.table;

import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.retort.operation.ConstraintOperation.AlterDeferrability;
import dev.retort.operation.ConstraintOperation.SetEnforced;
import dev.retort.operation.ConstraintOperation.ValidateConstraint;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.IndexOperation.DropIndex;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.Exclusion;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.Deferrability;
import dev.retort.schema.part.ForeignKeyAction;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import java.util.List;
import java.util.Map;

/** Cases of constraints and indexes. */
final class ConstraintCases {

    private static final QualifiedName T = table("t");
    private static final String SETUP = """
            CREATE TABLE t (id integer NOT NULL, a integer, b text, during int4range NOT NULL);
            CREATE TABLE u (id integer PRIMARY KEY, a integer, UNIQUE (id, a))""";

    private ConstraintCases() {}

    static List<OperationCase> constraints() {
        Check check = Check.of("t_a_check", "a > 0");
        ForeignKey key = ForeignKey.of("t_a_fkey", List.of("a"), table("u"), List.of("id"));
        return List.of(
                add("add a primary key", PrimaryKey.of("t_pkey", List.of("id"))),
                add("add a unique constraint with everything", unique(false, false)),
                add("add a unique constraint where nulls are doubles", unique(true, false))
                        .since(15),
                add("add a foreign key", key),
                add("add a foreign key with everything", foreignKey(List.of())),
                add("add a foreign key that sets some columns null", foreignKey(List.of("a")))
                        .since(15),
                add("add a foreign key without checking the rows", key.withValidated(false)),
                add("add a check", check.withComment("More than nothing")),
                add(
                        "add a check that children have not",
                        new Check("t_a_check", "a > 0", true, false, true, false, null)),
                add(
                                "add a check that does not count",
                                new Check("t_a_check", "a > 0", false, false, false, false, null))
                        .since(18),
                add("add an exclusion constraint", exclusion()),
                OperationCase.of(
                        "drop a constraint",
                        SETUP + ";\nALTER TABLE t ADD CONSTRAINT t_a_check CHECK (a > 0)",
                        new AddConstraint(T, check).reverse()),
                OperationCase.of(
                        "validate a constraint",
                        SETUP + ";\nALTER TABLE t ADD CONSTRAINT t_a_check CHECK (a > 0) NOT VALID",
                        new ValidateConstraint(T, "t_a_check", check)),
                OperationCase.of(
                        "validate a foreign key",
                        SETUP + ";\nALTER TABLE t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES u (id) NOT VALID",
                        new ValidateConstraint(T, "t_a_fkey", key)),
                OperationCase.of(
                        "change when a foreign key is checked",
                        SETUP + ";\nALTER TABLE t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES u (id)",
                        new AlterDeferrability(
                                T, "t_a_fkey", Deferrability.NOT_DEFERRABLE, Deferrability.INITIALLY_DEFERRED)),
                OperationCase.of(
                                "enforce a foreign key",
                                SETUP
                                        + ";\nALTER TABLE t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES u (id) NOT ENFORCED",
                                new SetEnforced(T, "t_a_fkey", true))
                        .since(18),
                OperationCase.of(
                        "make an index a constraint",
                        SETUP + ";\nCREATE UNIQUE INDEX t_a_idx ON t (a)",
                        new AddConstraintUsingIndex(
                                T,
                                Unique.of("t_a_key", List.of("a")),
                                index("t_a_idx", true, List.of(IndexElement.column("a"))))));
    }

    private static OperationCase add(String name, Constraint constraint) {
        return OperationCase.of(name, SETUP, new AddConstraint(T, constraint));
    }

    private static Unique unique(boolean nullsNotDistinct, boolean withoutOverlaps) {
        return new Unique(
                "t_a_key",
                List.of("a", "id"),
                List.of("b"),
                nullsNotDistinct,
                withoutOverlaps,
                Deferrability.INITIALLY_DEFERRED,
                new IndexStorage(Map.of("fillfactor", "80"), null),
                "Once");
    }

    private static ForeignKey foreignKey(List<String> onDeleteColumns) {
        return new ForeignKey(
                "t_a_fkey",
                List.of("id", "a"),
                table("u"),
                List.of("id", "a"),
                ForeignKeyAction.CASCADE,
                onDeleteColumns.isEmpty() ? ForeignKeyAction.RESTRICT : ForeignKeyAction.SET_NULL,
                onDeleteColumns,
                onDeleteColumns.isEmpty(),
                false,
                Deferrability.INITIALLY_IMMEDIATE,
                true,
                true,
                "Belongs to");
    }

    private static Exclusion exclusion() {
        return new Exclusion(
                "t_during_excl",
                "gist",
                List.of(IndexElement.column("during"), IndexElement.expression("int4range(a, a + 1)")),
                List.of("&&", "-|-"),
                List.of(),
                "a > 0",
                Deferrability.NOT_DEFERRABLE,
                IndexStorage.DEFAULT,
                null);
    }

    static List<OperationCase> indexes() {
        Index plain = index("t_a_idx", false, List.of(IndexElement.column("a")));
        return List.of(
                OperationCase.of("build an index", SETUP, CreateIndex.of(T, plain.withComment("Finds a"))),
                OperationCase.of("build an index while others write", SETUP, new CreateIndex(T, plain, true, false)),
                OperationCase.of("build an index if it does not exist", SETUP, new CreateIndex(T, plain, false, true)),
                OperationCase.of("build an index with everything", SETUP, CreateIndex.of(T, everything(false))),
                OperationCase.of("build an index where nulls are doubles", SETUP, CreateIndex.of(T, everything(true)))
                        .since(15),
                OperationCase.of(
                        "build a gin index",
                        SETUP,
                        CreateIndex.of(
                                T,
                                new Index(
                                        "t_b_idx",
                                        false,
                                        false,
                                        "gin",
                                        List.of(IndexElement.expression("to_tsvector('simple'::regconfig, b)")),
                                        List.of(),
                                        null,
                                        IndexStorage.DEFAULT,
                                        true,
                                        null))),
                OperationCase.of("drop an index", SETUP + ";\nCREATE INDEX t_a_idx ON t (a)", DropIndex.of(T, plain)),
                OperationCase.of(
                        "drop an index while others continue",
                        SETUP + ";\nCREATE INDEX t_a_idx ON t (a)",
                        new CreateIndex(T, plain, true, false).reverse()));
    }

    private static Index index(String name, boolean unique, List<IndexElement> elements) {
        return new Index(name, unique, false, "btree", elements, List.of(), null, IndexStorage.DEFAULT, true, null);
    }

    private static Index everything(boolean nullsNotDistinct) {
        return new Index(
                "Index of t",
                true,
                nullsNotDistinct,
                "btree",
                List.of(
                        new IndexElement("a", null, null, null, true, true),
                        new IndexElement("id", null, null, null, true, false),
                        new IndexElement(null, "lower(b)", "\"C\"", "text_pattern_ops", false, true)),
                List.of("during"),
                "(a > 0)",
                new IndexStorage(Map.of("fillfactor", "90"), null),
                true,
                null);
    }
}
