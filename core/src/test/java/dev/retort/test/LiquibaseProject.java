/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project that Liquibase migrates: 22 change sets in YAML, XML, formatted SQL and plain SQL files. */
public final class LiquibaseProject {

    /** The root changelog, as Spring Boot names it unless a setting does. */
    public static final String CHANGELOG = "db/changelog/db.changelog-master.yaml";

    private static final String XML = """
        <?xml version="1.0" encoding="UTF-8"?>
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
        %s</databaseChangeLog>
        """;

    private final Path root;

    /** Creates a project in a folder. */
    public LiquibaseProject(Path root) {
        this.root = root;
    }

    /** {@return the folder of resources} */
    public Path resources() {
        return root.resolve("src/main/resources");
    }

    /** Writes a file below the folder of resources. */
    public LiquibaseProject resource(String name, String text) {
        return file("src/main/resources/" + name, text);
    }

    /** Writes any file. */
    public LiquibaseProject file(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the root changelog, which holds change sets in YAML. */
    public LiquibaseProject yaml(String changes) {
        return resource(CHANGELOG, "databaseChangeLog:\n" + changes);
    }

    /** Writes a root changelog of formatted SQL only. */
    public LiquibaseProject sql(String changeSets) {
        yaml("  - include: {file: db/changelog/all.sql}\n");
        return resource("db/changelog/all.sql", "--liquibase formatted sql\n\n" + changeSets);
    }

    /** Writes the whole changelog. */
    public LiquibaseProject series() {
        file("pom.xml", "<project/>");
        resource(
                "application.properties", "spring.application.name=shop\nspring.liquibase.parameters.greeting=hello\n");
        formattedSql();
        xml();
        resource("db/changelog/data/customers.csv", "id;name\n10;Zoë\n11;\"Max; jun.\"\n12;NULL\n");
        resource(
                "db/changelog/plain/01_item.sql",
                "-- not formatted\ncreate table item (id int);\ninsert into item values (1);\n");
        resource("db/changelog/plain/02_note.sql", "create table note (id int);");
        return yaml("""
              - property: {name: table, value: customer}
              - changeSet:
                  id: 1
                  author: ann
                  comment: Customers and their names
                  changes:
                    - createTable:
                        tableName: ${table}
                        columns:
                          - column: {name: id, type: bigint, autoIncrement: true, constraints: {primaryKey: true}}
                          - column: {name: name, type: varchar(200), defaultValue: "x;y"}
                          - column: {name: created, type: datetime, defaultValueComputed: now()}
                    - createIndex: {tableName: customer, indexName: ix_customer_name, columns: [{column: {name: name}}]}
              - changeSet:
                  id: 2
                  author: ann
                  changes:
                    - insert: {tableName: customer, columns: [{column: {name: id, valueNumeric: 1}}, {column: {name: name, value: "a'b ${greeting}"}}]}
                    - loadData: {tableName: customer, file: db/changelog/data/customers.csv, separator: ";"}
              - changeSet:
                  id: add-orders
                  author: bob
                  preConditions: [{onFail: MARK_RAN}, {not: [{tableExists: {tableName: orders}}]}]
                  changes:
                    - createTable: {tableName: orders, columns: [{column: {name: id, type: int, constraints: {primaryKey: true}}}, {column: {name: customer_id, type: bigint}}]}
                    - addForeignKeyConstraint: {baseTableName: orders, baseColumnNames: customer_id, constraintName: fk_orders_customer, referencedTableName: customer, referencedColumnNames: id}
              - changeSet:
                  id: add-customers-again
                  author: bob
                  preConditions: [{onFail: MARK_RAN}, {not: [{tableExists: {tableName: customer}}]}]
                  changes:
                    - createTable: {tableName: customer, columns: [{column: {name: id, type: int}}]}
              - include: {file: db/changelog/functions.sql}
              - include: {file: more.xml, relativeToChangelogFile: true}
              - includeAll: {path: db/changelog/plain}
              - changeSet: {id: h2-only, author: bob, dbms: h2, changes: [{sql: {sql: "select from nothing"}}]}
              - changeSet: {id: for-tests, author: bob, contextFilter: test, changes: [{sql: {sql: "insert into customer (id, name) values (50, 'test')"}}]}
              - changeSet: {id: release, author: bob, changes: [{tagDatabase: {tag: v1}}]}
              - changeSet:
                  id: both-databases
                  author: bob
                  changes:
                    - sql: {sql: "select from nothing", dbms: h2}
                    - sql: {sql: "create table shared (id int)", dbms: "postgresql, h2"}
                  rollback: [{sql: {sql: "drop table shared"}}]
              - changeSet:
                  id: last
                  author: bob
                  preConditions: [{sqlCheck: {expectedResult: 4, sql: "select count(*) from customer where id < 13"}}]
                  changes: [{addColumn: {tableName: orders, columns: [{column: {name: total, type: "numeric(12,2)", defaultValueNumeric: 0, constraints: {nullable: false}}}]}}]
            """);
    }

    private void formattedSql() {
        resource("db/changelog/functions.sql", """
            --liquibase formatted sql

            --changeset carl:f1
            -- a comment of the file
            create table log (id int, t text); -- the log
            insert into log values (1, 'a;b');
            --rollback drop table log;

            --changeset carl:f2 runInTransaction:false
            create index concurrently ix_log on log (id);
            --rollback drop index concurrently ix_log;

            --changeset carl:f3 splitStatements:false runOnChange:true
            create or replace function greet() returns text language plpgsql as $$
            begin
                -- in the body
                return 'hello; you';
            end $$;
            --rollback empty

            --changeset carl:f4 endDelimiter:/ stripComments:false
            create or replace function add(a int, b int) returns int language plpgsql as $body$
            begin
                -- migrate: upgrade
                return a + b;
            end $body$
            /
            select add(1, 2) -- the end
            /

            --changeset "carl the 2nd":"f 5"
            --preconditions onFail:HALT
            --precondition-sql-check expectedResult:1 select count(*) from log
            update log set t = 'c' where id = 1;
            """);
    }

    private void xml() {
        resource("db/changelog/more.xml", XML.formatted("""
              <changeSet id="x1" author="dora"><addColumn tableName="customer"><column name="age" type="int" defaultValueNumeric="1"><constraints nullable="false"/></column></addColumn></changeSet>
              <changeSet id="x2" author="dora"><dropColumn tableName="customer" columnName="age"/><rollback changeSetId="x1" changeSetAuthor="dora"/></changeSet>
              <changeSet id="x3" author="dora"><createView viewName="names">select name from customer</createView></changeSet>
              <changeSet id="x4" author="dora"><createTable tableName="modified"><column name="id" type="int"/></createTable><modifySql><append value=" with (fillfactor = 70)"/></modifySql></changeSet>
            """));
    }
}
