/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import static dev.retort.internal.render.OperationCases.table;

import dev.retort.operation.ObjectOperation.CommentOn;
import dev.retort.operation.ObjectOperation.CreateObject;
import dev.retort.operation.ObjectOperation.DropObject;
import dev.retort.operation.ObjectOperation.GrantPrivileges;
import dev.retort.operation.ObjectOperation.Rename;
import dev.retort.operation.ObjectOperation.RevokePrivileges;
import dev.retort.operation.ObjectOperation.SetSchema;
import dev.retort.operation.ObjectOperation.SetStorageParameters;
import dev.retort.operation.ObjectOperation.SetTablespace;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Grant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Cases of what objects of many kinds know. */
final class ObjectCases {

    private static final QualifiedName T = table("t");
    private static final String ALL = """
            CREATE SCHEMA other;
            CREATE TABLE t (id integer CONSTRAINT t_id_check CHECK (id > 0));
            CREATE INDEX t_idx ON t (id);
            CREATE SEQUENCE s;
            CREATE VIEW v AS SELECT 1 AS one;
            CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
            CREATE TYPE c AS (a integer);
            CREATE DOMAIN d AS integer CONSTRAINT d_check CHECK (value > 0);
            CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
            CREATE PROCEDURE p(integer) LANGUAGE sql AS 'SELECT $1';
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER trg BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE POLICY pol ON t""";

    private ObjectCases() {}

    private static Map<String, ObjectKey> keys() {
        Map<String, ObjectKey> keys = new LinkedHashMap<>();
        keys.put("table", ObjectKey.of(ObjectKind.TABLE, T));
        keys.put("column", ObjectKey.of(ObjectKind.COLUMN, T, "id"));
        keys.put("constraint", ObjectKey.of(ObjectKind.CONSTRAINT, T, "t_id_check"));
        keys.put("index", ObjectKey.of(ObjectKind.INDEX, table("t_idx")));
        keys.put("sequence", ObjectKey.of(ObjectKind.SEQUENCE, table("s")));
        keys.put("view", ObjectKey.of(ObjectKind.VIEW, table("v")));
        keys.put("materialized view", ObjectKey.of(ObjectKind.MATERIALIZED_VIEW, table("m")));
        keys.put("type", ObjectKey.of(ObjectKind.TYPE, table("c")));
        keys.put("attribute", ObjectKey.of(ObjectKind.ATTRIBUTE, table("c"), "a"));
        keys.put("domain", ObjectKey.of(ObjectKind.DOMAIN, table("d")));
        keys.put("constraint of a domain", ObjectKey.of(ObjectKind.DOMAIN_CONSTRAINT, table("d"), "d_check"));
        keys.put("function", ObjectKey.of(ObjectKind.FUNCTION, table("f"), "integer"));
        keys.put("procedure", ObjectKey.of(ObjectKind.PROCEDURE, table("p"), "integer"));
        keys.put("trigger", ObjectKey.of(ObjectKind.TRIGGER, T, "trg"));
        keys.put("policy", ObjectKey.of(ObjectKind.POLICY, T, "pol"));
        keys.put("schema", ObjectKey.of(ObjectKind.SCHEMA, QualifiedName.of("other")));
        return keys;
    }

    private static ObjectKey key(String name) {
        return Objects.requireNonNull(keys().get(name));
    }

    private static List<String> withSchemas() {
        return List.of("table", "sequence", "view", "materialized view", "type", "domain", "function", "procedure");
    }

    static List<OperationCase> objects() {
        List<OperationCase> cases = new ArrayList<>();
        keys().forEach((name, key) -> cases.add(OperationCase.of("rename a " + name, ALL, new Rename(key, "renamed"))));
        withSchemas()
                .forEach(name -> cases.add(OperationCase.of(
                        "move a " + name + " to another schema", ALL, SetSchema.of(key(name), "other"))));
        keys().forEach((name, key) ->
                cases.add(OperationCase.of("comment on a " + name, ALL, new CommentOn(key, "", "It's a " + name))));
        List.of(
                        "table",
                        "column",
                        "sequence",
                        "view",
                        "materialized view",
                        "type",
                        "domain",
                        "function",
                        "procedure",
                        "schema")
                .forEach(name -> cases.add(grant(name, key(name))));
        cases.addAll(storage());
        cases.addAll(defined());
        return cases;
    }

    private static OperationCase grant(String name, ObjectKey key) {
        List<Grant> grants = switch (name) {
            case "table", "column", "view", "materialized view" ->
                List.of(new Grant("", "SELECT", false), new Grant("pg_monitor", "UPDATE", true));
            case "sequence" -> List.of(new Grant("", "USAGE", false), new Grant("", "SELECT", false));
            case "schema" -> List.of(new Grant("", "USAGE", false));
            case "type", "domain" -> List.of(new Grant("", "USAGE", false, true));
            default -> List.of(new Grant("", "EXECUTE", false, true), new Grant("pg_monitor", "EXECUTE", false));
        };
        return OperationCase.of("grant privileges on a " + name, ALL, new GrantPrivileges(key, grants));
    }

    private static List<OperationCase> defined() {
        return List.of(
                OperationCase.of(
                        "create extended statistics",
                        "CREATE TABLE t (a integer, b integer)",
                        new CreateObject(new DefinedObject(
                                ObjectKey.of(ObjectKind.STATISTICS, table("pair")),
                                T,
                                "CREATE STATISTICS public.pair ON a, b FROM public.t",
                                "STATISTICS public.pair",
                                "ALTER STATISTICS public.pair SET STATISTICS 500",
                                List.of(),
                                "both"))),
                OperationCase.of(
                        "drop a rule",
                        "CREATE TABLE t (a integer);\nCREATE RULE keep AS ON DELETE TO t DO INSTEAD NOTHING",
                        new DropObject(new DefinedObject(
                                ObjectKey.of(ObjectKind.RULE, T, "keep"),
                                T,
                                "CREATE RULE keep AS ON DELETE TO public.t DO INSTEAD NOTHING",
                                "RULE keep ON public.t",
                                null,
                                List.of(),
                                null))));
    }

    private static List<OperationCase> storage() {
        ObjectKey t = key("table");
        return List.of(
                OperationCase.of(
                        "revoke privileges",
                        ALL + ";\nGRANT SELECT, INSERT ON t TO pg_monitor",
                        new RevokePrivileges(
                                t,
                                List.of(
                                        new Grant("pg_monitor", "INSERT", false),
                                        new Grant("pg_monitor", "SELECT", false)))),
                OperationCase.of(
                        "set storage parameters of a table",
                        ALL + ";\nALTER TABLE t SET (fillfactor = 70, autovacuum_enabled = off)",
                        new SetStorageParameters(
                                t,
                                Map.of("fillfactor", "70", "autovacuum_enabled", "off"),
                                Map.of("fillfactor", "80", "autovacuum_vacuum_scale_factor", "0.05"))),
                OperationCase.of(
                        "set storage parameters of an index",
                        ALL,
                        new SetStorageParameters(key("index"), Map.of(), Map.of("fillfactor", "80"))),
                OperationCase.of(
                        "set options of a view",
                        ALL,
                        new SetStorageParameters(key("view"), Map.of(), Map.of("security_barrier", "true"))),
                OperationCase.of(
                        "move a table to another tablespace", ALL, new SetTablespace(t, "pg_default", "pg_default")));
    }
}
