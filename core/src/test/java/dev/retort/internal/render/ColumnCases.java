/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import static dev.retort.internal.render.OperationCases.column;
import static dev.retort.internal.render.OperationCases.defaultTo;
import static dev.retort.internal.render.OperationCases.required;
import static dev.retort.internal.render.OperationCases.table;

import dev.retort.operation.ColumnOperation.AddColumn;
import dev.retort.operation.ColumnOperation.AlterColumnCompression;
import dev.retort.operation.ColumnOperation.AlterColumnNullability;
import dev.retort.operation.ColumnOperation.AlterColumnOptions;
import dev.retort.operation.ColumnOperation.AlterColumnStatistics;
import dev.retort.operation.ColumnOperation.AlterColumnStorage;
import dev.retort.operation.ColumnOperation.AlterColumnType;
import dev.retort.operation.ColumnOperation.AlterColumnValue;
import dev.retort.operation.ColumnOperation.DropColumn;
import dev.retort.operation.value.ColumnType;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.ColumnValue.Generated;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.Grant;
import dev.retort.schema.part.NotNull;
import dev.retort.schema.part.SequenceOptions;
import java.util.List;
import java.util.Map;

/** Cases of columns. */
final class ColumnCases {

    private static final QualifiedName T = table("t");
    private static final String SETUP = "CREATE TABLE t (id bigint NOT NULL, name text)";
    private static final Identity ALWAYS = new Identity(true, SequenceOptions.DEFAULTS, null);
    private static final Identity COUNTED =
            new Identity(true, new SequenceOptions(1L, 1L, 1L, Long.MAX_VALUE, 1L, false), null);

    private ColumnCases() {}

    static List<OperationCase> columns() {
        return List.of(
                OperationCase.of(
                        "add a column",
                        SETUP,
                        AddColumn.of(T, required("email", "text").withValue(defaultTo("''::text")))),
                OperationCase.of(
                        "add a column if it does not exist", SETUP, new AddColumn(T, column("email", "text"), true)),
                OperationCase.of("add a column with everything", SETUP, AddColumn.of(T, everything())),
                OperationCase.of(
                        "add an identity column",
                        SETUP,
                        AddColumn.of(T, required("n", "bigint").withValue(ALWAYS))),
                OperationCase.of(
                                "add a virtual generated column",
                                SETUP,
                                AddColumn.of(T, column("twice", "bigint").withValue(new Generated("id * 2", false))))
                        .since(18),
                OperationCase.of("add a compressed column", SETUP, AddColumn.of(T, compressed()))
                        .since(14),
                OperationCase.of(
                                "add a column that will be NOT NULL",
                                SETUP,
                                AddColumn.of(
                                        T,
                                        column("email", "text").withNotNull(new NotNull("email_there", false, false))))
                        .since(18),
                OperationCase.of("drop a column", SETUP, DropColumn.of(T, column("name", "text"))),
                OperationCase.of(
                        "change a type",
                        SETUP,
                        new AlterColumnType(
                                T,
                                "id",
                                ColumnType.of(new DataType("bigint")),
                                ColumnType.of(new DataType("numeric(20,2)")),
                                null,
                                null)),
                OperationCase.of(
                        "change a type with a conversion and a collation",
                        "CREATE TABLE t (name text);\nINSERT INTO t VALUES ('12')",
                        new AlterColumnType(
                                T,
                                "name",
                                ColumnType.of(new DataType("text")),
                                new ColumnType(new DataType("character varying(10)"), "\"C\""),
                                "trim(name)",
                                "name::text")),
                OperationCase.of("set NOT NULL", SETUP, AlterColumnNullability.setNotNull(T, "name")),
                OperationCase.of("drop NOT NULL", SETUP, AlterColumnNullability.dropNotNull(T, "id")),
                OperationCase.of(
                                "set NOT NULL for new rows",
                                SETUP,
                                new AlterColumnNullability(T, "name", null, new NotNull("name_there", false, false)))
                        .since(18),
                OperationCase.of(
                                "check that there are no nulls",
                                SETUP + ";\nALTER TABLE t ADD CONSTRAINT name_there NOT NULL name NOT VALID",
                                new AlterColumnNullability(
                                        T,
                                        "name",
                                        new NotNull("name_there", false, false),
                                        new NotNull("name_there", false, true)))
                        .since(18),
                value("set a default", "", ColumnValue.NONE, defaultTo("42")),
                value("change a default", "DEFAULT 1", defaultTo("1"), defaultTo("42")),
                value("drop a default", "DEFAULT 1", defaultTo("1"), ColumnValue.NONE),
                OperationCase.of(
                        "make a column an identity",
                        SETUP + ";\nINSERT INTO t (id) VALUES (7)",
                        new AlterColumnValue(T, "id", ColumnValue.NONE, ALWAYS)),
                OperationCase.of(
                        "change an identity",
                        "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY)",
                        new AlterColumnValue(
                                T,
                                "id",
                                COUNTED,
                                new Identity(false, new SequenceOptions(1L, 5L, 1L, 1000L, 20L, true), null))),
                OperationCase.of(
                        "take the identity of a column away",
                        "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY)",
                        new AlterColumnValue(T, "id", ALWAYS, ColumnValue.NONE)),
                OperationCase.of(
                                "change the expression of a generated column",
                                "CREATE TABLE t (id bigint, twice bigint GENERATED ALWAYS AS (id * 2) STORED)",
                                new AlterColumnValue(
                                        T, "twice", new Generated("id * 2", true), new Generated("id + id", true)))
                        .since(17),
                OperationCase.of(
                        "change how long values are stored",
                        SETUP,
                        new AlterColumnStorage(T, "name", "DEFAULT", "EXTERNAL")),
                OperationCase.of(
                                "change how long values are compressed",
                                SETUP,
                                new AlterColumnCompression(T, "name", "default", "pglz"))
                        .since(14),
                OperationCase.of("change the statistics target", SETUP, new AlterColumnStatistics(T, "name", -1, 500)),
                OperationCase.of(
                        "set options of a column",
                        SETUP + ";\nALTER TABLE t ALTER COLUMN name SET (n_distinct = 7)",
                        new AlterColumnOptions(
                                T, "name", Map.of("n_distinct", "7"), Map.of("n_distinct_inherited", "-0.25"))));
    }

    private static OperationCase value(String name, String setup, ColumnValue from, ColumnValue to) {
        return OperationCase.of(
                name, "CREATE TABLE t (n bigint " + setup + ")", new AlterColumnValue(T, "n", from, to));
    }

    private static Column compressed() {
        return new Column(
                "note",
                new DataType("text"),
                null,
                null,
                ColumnValue.NONE,
                null,
                "pglz",
                null,
                Map.of(),
                false,
                List.of(),
                null);
    }

    private static Column everything() {
        return new Column(
                "note",
                new DataType("character varying(80)"),
                "\"C\"",
                NotNull.PLAIN,
                defaultTo("'none'::character varying"),
                "EXTERNAL",
                null,
                700,
                Map.of("n_distinct", "-0.5"),
                false,
                List.of(new Grant("", "SELECT", false)),
                "What there is\nto say");
    }
}
