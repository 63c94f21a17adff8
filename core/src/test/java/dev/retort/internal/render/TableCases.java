/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import static dev.retort.internal.render.OperationCases.column;
import static dev.retort.internal.render.OperationCases.defaultTo;
import static dev.retort.internal.render.OperationCases.required;
import static dev.retort.internal.render.OperationCases.table;

import dev.retort.operation.InheritanceOperation.AddInheritance;
import dev.retort.operation.InheritanceOperation.AttachPartition;
import dev.retort.operation.InheritanceOperation.DetachPartition;
import dev.retort.operation.TableOperation.CreateTable;
import dev.retort.operation.TableOperation.DropTable;
import dev.retort.operation.TableOperation.ForceRowSecurity;
import dev.retort.operation.TableOperation.SetAccessMethod;
import dev.retort.operation.TableOperation.SetClusterIndex;
import dev.retort.operation.TableOperation.SetReplicaIdentity;
import dev.retort.operation.TableOperation.SetRowSecurity;
import dev.retort.operation.TableOperation.SetUnlogged;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.ColumnValue.Generated;
import dev.retort.schema.part.ColumnValue.Identity;
import dev.retort.schema.part.Constraint.Check;
import dev.retort.schema.part.Constraint.ForeignKey;
import dev.retort.schema.part.Constraint.PrimaryKey;
import dev.retort.schema.part.Constraint.Unique;
import dev.retort.schema.part.Grant;
import dev.retort.schema.part.Index;
import dev.retort.schema.part.IndexElement;
import dev.retort.schema.part.IndexStorage;
import dev.retort.schema.part.PartitionOf;
import dev.retort.schema.part.Policy;
import dev.retort.schema.part.SequenceOptions;
import dev.retort.schema.part.TableOptions;
import dev.retort.schema.part.Trigger;
import java.util.List;
import java.util.Map;

/** Cases of tables, inheritance and partitions. */
final class TableCases {

    private static final QualifiedName T = table("t");
    private static final Identity IDENTITY = new Identity(true, SequenceOptions.DEFAULTS, null);

    private TableCases() {}

    static List<OperationCase> tables() {
        return List.of(
                OperationCase.of(
                        "create a table", "CREATE TABLE country (code text PRIMARY KEY)", CreateTable.of(customer())),
                OperationCase.of("create a table if it does not exist", "", new CreateTable(plain(), true)),
                OperationCase.of("create a table with everything", everythingSetup(), CreateTable.of(everything())),
                OperationCase.of(
                        "create a table with serial columns and names that need quotes",
                        "",
                        CreateTable.of(Table.of(
                                table("Order"),
                                List.of(column("id", "bigserial"), column("select", "smallserial")),
                                List.of(PrimaryKey.of("Order_pkey", List.of("id")))))),
                OperationCase.of(
                        "drop a table", "CREATE TABLE t (id bigint NOT NULL, name text)", DropTable.of(plain())),
                OperationCase.of("make a table unlogged", "CREATE TABLE t (id int)", new SetUnlogged(T, true)),
                OperationCase.of("enable row security", "CREATE TABLE t (id int)", new SetRowSecurity(T, true)),
                OperationCase.of("force row security", "CREATE TABLE t (id int)", new ForceRowSecurity(T, true)),
                OperationCase.of(
                        "set the replica identity",
                        "CREATE TABLE t (id int)",
                        new SetReplicaIdentity(T, "DEFAULT", "FULL")),
                OperationCase.of(
                        "set the index of CLUSTER",
                        "CREATE TABLE t (id int CONSTRAINT \"t key\" PRIMARY KEY)",
                        new SetClusterIndex(T, "", "t key")),
                OperationCase.of(
                                "set the access method",
                                "CREATE TABLE t (id int);\nCREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler",
                                new SetAccessMethod(T, "heap", "heap2"))
                        .since(15));
    }

    private static Table plain() {
        return Table.of(T, List.of(required("id", "bigint"), column("name", "text")), List.of());
    }

    private static Table customer() {
        return Table.of(
                table("customer"),
                List.of(
                        required("id", "bigint").withValue(IDENTITY),
                        required("email", "character varying(320)").withValue(defaultTo("''::character varying")),
                        required("country", "text"),
                        column("lower_email", "text").withValue(new Generated("lower((email)::text)", true))),
                List.of(
                        PrimaryKey.of("customer_pkey", List.of("id")),
                        Unique.of("customer_email_key", List.of("email")),
                        Check.of("customer_email_check", "email <> ''::text"),
                        ForeignKey.of("customer_country_fkey", List.of("country"), table("country"), List.of("code"))));
    }

    private static String everythingSetup() {
        return """
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'""";
    }

    private static Table everything() {
        String trigger = "CREATE TRIGGER touch BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.touch()";
        return Table.of(
                        T,
                        List.of(required("id", "bigint").withComment("The number"), column("tags", "text[]")),
                        List.of(
                                PrimaryKey.of("t_pkey", List.of("id")).withComment("It's the key"),
                                Check.of("t_id_check", "id > 0").withValidated(false)))
                .withIndexes(List.of(new Index(
                        "t_tags_idx",
                        false,
                        false,
                        "gin",
                        List.of(IndexElement.column("tags")),
                        List.of(),
                        "(tags IS NOT NULL)",
                        new IndexStorage(Map.of("fastupdate", "off"), null),
                        true,
                        "For searches")))
                .withTriggers(List.of(new Trigger("touch", trigger, Trigger.Firing.ALWAYS, "Keeps it fresh")))
                .withPolicies(List.of(new Policy("own", true, "SELECT", List.of(), "id > 10", null, null)))
                .withOptions(
                        new TableOptions(true, Map.of("fillfactor", "70"), null, null, true, true, "FULL", "t_pkey"))
                .withGrants(List.of(new Grant("", "SELECT", false)))
                .withComment("Has \\ everything");
    }

    static List<OperationCase> inheritance() {
        QualifiedName parent = table("parent");
        String range = "FOR VALUES FROM (1) TO (10)";
        String partitioned =
                "CREATE TABLE parent (id integer NOT NULL, at date DEFAULT CURRENT_DATE, CHECK (id > 0)) PARTITION BY RANGE (id)";
        Table partition = new Table(
                T,
                List.of(required("id", "integer"), column("at", "date").withValue(defaultTo("'2020-01-01'::date"))),
                List.of(PrimaryKey.of("t_pkey", List.of("id"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TableOptions.DEFAULT,
                null,
                new PartitionOf(parent, range),
                List.of(),
                List.of(),
                null);
        Table root = new Table(
                parent,
                List.of(required("id", "integer")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TableOptions.DEFAULT,
                "RANGE (id)",
                null,
                List.of(),
                List.of(),
                null);
        return List.of(
                OperationCase.of("create a partitioned table", "", CreateTable.of(root)),
                OperationCase.of("create a partition", partitioned, CreateTable.of(partition)),
                OperationCase.of(
                        "create a table that inherits",
                        "CREATE TABLE parent (id integer NOT NULL)",
                        CreateTable.of(child(parent))),
                OperationCase.of(
                        "inherit",
                        "CREATE TABLE parent (id integer);\nCREATE TABLE t (id integer)",
                        new AddInheritance(T, parent)),
                OperationCase.of(
                        "end an inheritance",
                        "CREATE TABLE parent (id integer);\nCREATE TABLE t (id integer);\nALTER TABLE t INHERIT parent",
                        new AddInheritance(T, parent).reverse()),
                OperationCase.of(
                        "attach a partition",
                        "CREATE TABLE parent (id integer) PARTITION BY RANGE (id);\nCREATE TABLE t (id integer)",
                        new AttachPartition(T, new PartitionOf(parent, range), false)),
                OperationCase.of(
                        "detach a partition",
                        "CREATE TABLE parent (id integer) PARTITION BY RANGE (id);\nCREATE TABLE t (id integer);\n"
                                + "ALTER TABLE parent ATTACH PARTITION t " + range,
                        new DetachPartition(T, parent, range, false)),
                OperationCase.of(
                                "detach a partition while others continue",
                                "CREATE TABLE parent (id integer NOT NULL) PARTITION BY RANGE (id);\n"
                                        + "CREATE TABLE t (id integer NOT NULL, CHECK (id >= 1 AND id < 10));\n"
                                        + "ALTER TABLE parent ATTACH PARTITION t " + range,
                                new DetachPartition(T, parent, range, true))
                        .since(14));
    }

    private static Table child(QualifiedName parent) {
        return new Table(
                T,
                List.of(column("name", "text")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TableOptions.DEFAULT,
                null,
                null,
                List.of(parent),
                List.of(),
                null);
    }
}
