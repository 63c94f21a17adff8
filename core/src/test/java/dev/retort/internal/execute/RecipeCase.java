/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute;

import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ConstraintOperation.AddConstraint;
import dev.retort.operation.ConstraintOperation.DropConstraint;
import dev.retort.operation.IndexOperation.CreateIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.recipe.SafeRecipes;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Constraint;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.Deferrability;
import dev.retort.schema.part.ForeignKeyAction;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import java.util.List;

/**
 * A recipe beside the statements that do the same at one stroke and lock the table for it.
 *
 * @param name what it shows
 * @param recipe the recipe
 * @param direct the statements that it replaces
 * @param offence what makes the rows such that the recipe cannot end
 * @param remedy what fixes them
 */
record RecipeCase(String name, List<Operation> recipe, List<Operation> direct, String offence, String remedy) {

    /** The tables, with what is replaced. */
    static final String TABLES = """
            CREATE TABLE country (code text PRIMARY KEY);
            CREATE TABLE customer (
                id bigint NOT NULL,
                email text,
                country text,
                name varchar(80),
                CONSTRAINT customer_name_check CHECK (length(name) > 0),
                CONSTRAINT %1$s CHECK (id <> 0)
            );
            CREATE INDEX ix_customer_name ON customer (name);
            CREATE INDEX %2$s ON customer (country);""".formatted(longest("c"), longest("i"));

    /** Rows that satisfy every recipe. */
    static final String ROWS = """
            INSERT INTO country VALUES ('de'), ('fr');
            INSERT INTO customer SELECT i, 'c' || i || '@x', 'de', 'n' || i FROM generate_series(1, 1000) i;""";

    private static final QualifiedName CUSTOMER = QualifiedName.of("public", "customer");

    private static String longest(String letter) {
        return letter.repeat(63);
    }

    private static RecipeCase of(String name, List<Operation> recipe, Operation... direct) {
        return new RecipeCase(name, recipe, List.of(direct), "", "");
    }

    private RecipeCase unless(String sql, String remedy) {
        return new RecipeCase(name, recipe, direct, sql, remedy);
    }

    private static Index index(String name, boolean unique, String... columns) {
        List<IndexElement> elements =
                List.of(columns).stream().map(IndexElement::column).toList();
        return new Index(name, unique, false, "btree", elements, List.of(), null, IndexStorage.DEFAULT, true, null);
    }

    private static RecipeCase check(String name, SafeRecipes recipes, Check from, Check to) {
        return of(
                name,
                recipes.replaceCheck(CUSTOMER, from, to),
                DropConstraint.of(CUSTOMER, from),
                new AddConstraint(CUSTOMER, to));
    }

    private static RecipeCase index(String name, SafeRecipes recipes, Index from, Index to) {
        return of(
                name,
                recipes.replaceIndex(CUSTOMER, from, to),
                CreateIndex.of(CUSTOMER, from).reverse(),
                CreateIndex.of(CUSTOMER, to));
    }

    /** {@return a case for every recipe} */
    static List<RecipeCase> all(ServerVersion version) {
        SafeRecipes recipes = new SafeRecipes(version);
        ForeignKey key = new ForeignKey(
                "fk_customer_country",
                List.of("country"),
                QualifiedName.of("public", "country"),
                List.of("code"),
                ForeignKeyAction.NO_ACTION,
                ForeignKeyAction.CASCADE,
                List.of(),
                false,
                false,
                Deferrability.INITIALLY_DEFERRED,
                true,
                true,
                "where they live");
        Check check = Check.of("customer_id_check", "id > 0");
        Constraint unique = Unique.of("uq_customer_email", List.of("email"));
        PrimaryKey primary = PrimaryKey.of("customer_pkey", List.of("id"));
        PrimaryKey nullable = PrimaryKey.of("customer_pkey", List.of("id", "email"));
        Check oldName = Check.of("customer_name_check", "length(name::text) > 0");
        Check oldId = Check.of(longest("c"), "id <> 0");
        return List.of(
                of("not null", recipes.notNull(CUSTOMER, "email"), AlterColumnNullability.setNotNull(CUSTOMER, "email"))
                        .unless(
                                "UPDATE customer SET email = NULL WHERE id = 7",
                                "UPDATE customer SET email = 'x' WHERE id = 7"),
                of("foreign key", recipes.foreignKey(CUSTOMER, key), new AddConstraint(CUSTOMER, key))
                        .unless(
                                "UPDATE customer SET country = 'xx' WHERE id = 7",
                                "UPDATE customer SET country = 'fr' WHERE id = 7"),
                of("check", recipes.check(CUSTOMER, check), new AddConstraint(CUSTOMER, check))
                        .unless("UPDATE customer SET id = -7 WHERE id = 7", "UPDATE customer SET id = 7 WHERE id = -7"),
                of("unique", recipes.unique(CUSTOMER, unique), new AddConstraint(CUSTOMER, unique))
                        .unless(
                                "UPDATE customer SET email = 'c8@x' WHERE id = 7",
                                "UPDATE customer SET email = 'c7@x' WHERE id = 7"),
                of("primary key", recipes.unique(CUSTOMER, primary), new AddConstraint(CUSTOMER, primary))
                        .unless(
                                "UPDATE customer SET id = 8 WHERE id = 7",
                                "UPDATE customer SET id = 7 WHERE email = 'c7@x'"),
                of(
                        "primary key over a column that took nulls",
                        recipes.primaryKey(CUSTOMER, nullable, List.of("email")),
                        new AddConstraint(CUSTOMER, nullable)),
                of(
                        "index",
                        recipes.index(CUSTOMER, index("ix_customer_email", false, "email")),
                        CreateIndex.of(CUSTOMER, index("ix_customer_email", false, "email"))),
                check("another check", recipes, oldName, Check.of("customer_name_check", "length(name::text) > 1"))
                        .unless(
                                "UPDATE customer SET name = 'x' WHERE id = 7",
                                "UPDATE customer SET name = 'xx' WHERE id = 7"),
                check("another check of the longest name", recipes, oldId, Check.of(longest("c"), "id > 0")),
                index(
                                "another index",
                                recipes,
                                index("ix_customer_name", false, "name"),
                                index("ix_customer_name", true, "name", "country"))
                        .unless(
                                "UPDATE customer SET name = 'n8' WHERE id = 7",
                                "UPDATE customer SET name = 'n7' WHERE id = 7"),
                index(
                        "another index of the longest name",
                        recipes,
                        index(longest("i"), false, "country"),
                        index(longest("i"), false, "country", "id")));
    }

    @Override
    public String toString() {
        return name;
    }
}
