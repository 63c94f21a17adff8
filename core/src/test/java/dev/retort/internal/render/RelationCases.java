/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import static dev.retort.internal.render.OperationCases.column;
import static dev.retort.internal.render.OperationCases.table;

import dev.retort.operation.DataOperation.ExecuteSql;
import dev.retort.operation.DataOperation.InsertRows;
import dev.retort.operation.DatabaseOperation.CreateExtension;
import dev.retort.operation.DatabaseOperation.CreateSchema;
import dev.retort.operation.DatabaseOperation.DropSchema;
import dev.retort.operation.DatabaseOperation.UpdateExtension;
import dev.retort.operation.PolicyOperation.AlterPolicy;
import dev.retort.operation.PolicyOperation.CreatePolicy;
import dev.retort.operation.RoutineOperation.CreateRoutine;
import dev.retort.operation.RoutineOperation.ReplaceRoutine;
import dev.retort.operation.SequenceOperation.AlterSequence;
import dev.retort.operation.SequenceOperation.CreateSequence;
import dev.retort.operation.TriggerOperation.CreateTrigger;
import dev.retort.operation.TriggerOperation.SetFiring;
import dev.retort.operation.ViewOperation.CreateMaterializedView;
import dev.retort.operation.ViewOperation.CreateView;
import dev.retort.operation.ViewOperation.DropView;
import dev.retort.operation.ViewOperation.RefreshMaterializedView;
import dev.retort.operation.ViewOperation.ReplaceView;
import dev.retort.operation.value.Value;
import dev.retort.schema.Extension;
import dev.retort.schema.MaterializedView;
import dev.retort.schema.Namespace;
import dev.retort.schema.Routine;
import dev.retort.schema.Sequence;
import dev.retort.schema.View;
import dev.retort.schema.name.ColumnName;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.ColumnValue;
import dev.retort.schema.part.DataType;
import dev.retort.schema.part.Grant;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import dev.retort.schema.part.Policy;
import dev.retort.schema.part.SequenceOptions;
import dev.retort.schema.part.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cases of everything that is neither table nor type. */
final class RelationCases {

    private static final QualifiedName T = table("t");
    private static final QualifiedName S = table("s");

    private RelationCases() {}

    static List<OperationCase> sequences() {
        Sequence plain = sequence(
                new DataType("bigint"), new SequenceOptions(1L, 1L, 1L, Long.MAX_VALUE, 1L, false), null, false);
        Sequence other = sequence(
                new DataType("smallint"),
                new SequenceOptions(10L, -2L, -100L, 100L, 5L, true),
                new ColumnName(T, "id"),
                false);
        return List.of(
                OperationCase.of(
                        "create a sequence",
                        "",
                        new CreateSequence(sequence(null, SequenceOptions.DEFAULTS, null, false), false)),
                OperationCase.of(
                        "create a sequence with everything",
                        "CREATE TABLE t (id bigint)",
                        new CreateSequence(other, true)),
                OperationCase.of(
                                "create an unlogged sequence",
                                "",
                                new CreateSequence(sequence(null, SequenceOptions.DEFAULTS, null, true), false))
                        .since(15),
                OperationCase.of(
                        "change a sequence",
                        "CREATE TABLE t (id bigint);\nCREATE SEQUENCE s",
                        new AlterSequence(plain, other)),
                OperationCase.of("drop a sequence", "CREATE SEQUENCE s", new CreateSequence(plain, false).reverse()));
    }

    private static Sequence sequence(
            @Nullable DataType type, SequenceOptions options, @Nullable ColumnName ownedBy, boolean unlogged) {
        return new Sequence(S, type, options, ownedBy, unlogged, List.of(), null);
    }

    static List<OperationCase> views() {
        String setup = "CREATE TABLE t (id bigint, name text)";
        View view = view(" SELECT id,\n    name\n   FROM public.t\n  WHERE (id > 0)", Map.of());
        Index index = new Index(
                "m_id_idx",
                true,
                false,
                "btree",
                List.of(IndexElement.column("id")),
                List.of(),
                null,
                IndexStorage.DEFAULT,
                true,
                null);
        MaterializedView materialized = new MaterializedView(
                table("m"),
                List.of(column("id", "bigint")),
                " SELECT id\n   FROM public.t",
                List.of(index),
                Map.of("fillfactor", "70"),
                null,
                true,
                List.of(new Grant("", "SELECT", false)),
                "Kept");
        return List.of(
                OperationCase.of("create a view", setup, new CreateView(view)),
                OperationCase.of(
                        "drop a view", setup + ";\nCREATE VIEW v AS SELECT id, name FROM t WHERE id > 0", dropView()),
                OperationCase.of(
                        "replace a view",
                        setup + ";\nCREATE VIEW v AS SELECT id, name FROM t WHERE id > 0",
                        new ReplaceView(
                                view,
                                view(" SELECT id,\n    name\n   FROM public.t", Map.of("security_barrier", "true")))),
                OperationCase.of("create a materialized view", setup, new CreateMaterializedView(materialized, false)),
                OperationCase.of(
                        "drop a materialized view",
                        setup + ";\nCREATE MATERIALIZED VIEW m AS SELECT id FROM t WITH NO DATA",
                        new CreateMaterializedView(
                                        new MaterializedView(
                                                table("m"),
                                                List.of(column("id", "bigint")),
                                                " SELECT id\n   FROM public.t",
                                                List.of(),
                                                Map.of(),
                                                null,
                                                false,
                                                List.of(),
                                                null),
                                        true)
                                .reverse()),
                OperationCase.of(
                        "refresh a materialized view",
                        setup + ";\nCREATE MATERIALIZED VIEW m AS SELECT id FROM t",
                        new RefreshMaterializedView(table("m"), false)));
    }

    private static DropView dropView() {
        return DropView.of(view(" SELECT id,\n    name\n   FROM public.t\n  WHERE (id > 0)", Map.of()));
    }

    private static View view(String query, Map<String, String> options) {
        return new View(
                table("v"),
                List.of(column("id", "bigint").withValue(ColumnValue.NONE), column("name", "text")),
                query,
                options,
                List.of(),
                List.of(),
                null);
    }

    static List<OperationCase> routines() {
        Routine before = routine("SELECT a");
        String definition = before.definition();
        return List.of(
                OperationCase.of(
                        "create a function",
                        "",
                        new CreateRoutine(new Routine(
                                table("f"),
                                false,
                                "integer",
                                "integer",
                                definition,
                                List.of(new Grant("", "EXECUTE", false, true)),
                                "Restores it"))),
                OperationCase.of("drop a function", definition, new CreateRoutine(before).reverse()),
                OperationCase.of(
                        "replace a function", definition, new ReplaceRoutine(before, routine("SELECT a + 1"))));
    }

    private static Routine routine(String body) {
        return new Routine(
                table("f"),
                false,
                "integer",
                "integer",
                "CREATE OR REPLACE FUNCTION public.f(a integer)\n RETURNS integer\n LANGUAGE sql\nAS $function$" + body
                        + "$function$",
                List.of(),
                null);
    }

    static List<OperationCase> triggers() {
        String setup = """
                CREATE TABLE t (id bigint);
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'""";
        String definition = "CREATE TRIGGER trg BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.touch()";
        Trigger trigger = new Trigger("trg", definition, Trigger.Firing.ORIGIN, null);
        return List.of(
                OperationCase.of("create a trigger", setup, new CreateTrigger(T, trigger)),
                OperationCase.of("drop a trigger", setup + ";\n" + definition, new CreateTrigger(T, trigger).reverse()),
                OperationCase.of(
                        "disable a trigger",
                        setup + ";\n" + definition,
                        new SetFiring(T, "trg", Trigger.Firing.ORIGIN, Trigger.Firing.DISABLED)));
    }

    static List<OperationCase> policies() {
        Policy policy = new Policy("own", true, "ALL", List.of("pg_monitor"), "id > 0", null, null);
        String setup = "CREATE TABLE t (id bigint)";
        String there = setup + ";\nCREATE POLICY own ON t TO pg_monitor USING (id > 0)";
        return List.of(
                OperationCase.of("create a policy", setup, new CreatePolicy(T, policy)),
                OperationCase.of("drop a policy", there, new CreatePolicy(T, policy).reverse()),
                OperationCase.of(
                        "change a policy",
                        there,
                        new AlterPolicy(T, policy, new Policy("own", true, "ALL", List.of(), "id > 1", null, null))),
                OperationCase.of(
                        "change the command of a policy",
                        there,
                        new AlterPolicy(
                                T,
                                policy,
                                new Policy("own", false, "INSERT", List.of("pg_monitor"), null, "id > 0", null))));
    }

    static List<OperationCase> database() {
        Namespace billing = new Namespace("billing", List.of(new Grant("", "USAGE", false)), "Money");
        return List.of(
                OperationCase.of("create a schema", "", new CreateSchema(billing, false)),
                OperationCase.of(
                        "drop a schema",
                        "CREATE SCHEMA billing",
                        DropSchema.of(new Namespace("billing", List.of(), null))),
                OperationCase.of(
                        "create an extension",
                        "",
                        new CreateExtension(new Extension("pg_trgm", "public", "1.4"), false)),
                OperationCase.of(
                        "drop an extension",
                        "CREATE EXTENSION pg_trgm VERSION '1.4'",
                        new CreateExtension(new Extension("pg_trgm", "public", "1.4"), true).reverse()),
                OperationCase.of(
                                "update an extension",
                                "CREATE EXTENSION pg_trgm VERSION '1.4'",
                                new UpdateExtension("pg_trgm", "1.4", "1.5"))
                        .oneWay());
    }

    static List<OperationCase> data() {
        List<List<Value>> rows = List.of(
                row(1, "it's \\ \"so\"", true, Arrays.asList("a", null, "b\"c"), new Value.Expression("now()::date")),
                row(2, null, false, List.of(), new Value.Typed("2020-02-29", new DataType("date"))));
        return List.of(
                OperationCase.of(
                        "insert rows",
                        "CREATE TABLE t (id integer, name text, flag boolean, tags text[], at date)",
                        new InsertRows(T, List.of("id", "name", "flag", "tags", "at"), rows, List.of("id"))),
                OperationCase.of(
                        "delete rows",
                        "CREATE TABLE t (a integer, b text, c text);\nINSERT INTO t VALUES (1, 'x', 'kept')",
                        new InsertRows(T, List.of("a", "b", "c"), List.of(row(1, "x", "kept")), List.of("a", "b"))
                                .reverse()),
                OperationCase.of(
                        "run SQL",
                        "",
                        new ExecuteSql(
                                "CREATE TABLE t (id integer); CREATE TABLE u (id integer);",
                                "DROP TABLE u; DROP TABLE t;",
                                false)));
    }

    private static List<Value> row(@Nullable Object... values) {
        return Arrays.stream(values).<Value>map(Value::of).toList();
    }
}
