/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.ByHand;
import dev.retort.internal.imports.ImportFiles;
import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.ImportSource;
import dev.retort.internal.imports.ImportedObject;
import dev.retort.internal.imports.ImportedRevision;
import dev.retort.internal.imports.SettingMap;
import dev.retort.internal.script.ImportedFrom;
import dev.retort.test.LiquibaseProject;
import dev.retort.test.Project;
import dev.retort.test.RealLiquibase;
import dev.retort.test.Samples;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Liquibase itself migrates a database; the import of its changelog must know what it wrote there. */
@Tag("slow")
class LiquibaseImportTests {

    static final List<String> VERSIONS = RealLiquibase.VERSIONS;
    private static final String NEWEST = VERSIONS.get(1);

    static Stream<String> versions() {
        return Samples.every(2, 1, VERSIONS.stream());
    }

    private static final Map<String, String> CONFIGURED = Map.of("parameters.greeting", "hello");

    @TempDir
    Path folder = Path.of("");

    private LiquibaseProject files() {
        return new LiquibaseProject(folder);
    }

    private ImportPlan plan(String version, Map<String, String> settings) {
        try (URLClassLoader classes = RealLiquibase.loader(version)) {
            return ImportPlan.of(
                    "Liquibase",
                    LiquibaseSeries.read(new ImportSource(folder, new SettingMap(settings), List.of(), classes)),
                    List.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImportPlan plan(Map<String, String> settings) {
        return plan(NEWEST, settings);
    }

    private RealLiquibase liquibase(String version, TestDatabase database) {
        return new RealLiquibase(version, database, files().resources()).withParameter("greeting", "hello");
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("versions")
    void knowsEveryRowThatLiquibaseWrites(String version) {
        files().series();
        try (TestDatabase database = TestDatabase.create();
                RealLiquibase liquibase = liquibase(version, database)) {
            liquibase.update();

            assertThat(plan(version, CONFIGURED).revisions().stream()
                            .map(revision -> row(revision.migration().from()))
                            .toList())
                    .hasSize(19)
                    .containsExactlyElementsOf(database.query(
                            "SELECT id || ' ' || author || ' ' || filename || ' ' || md5sum FROM databasechangelog"
                                    + " ORDER BY orderexecuted"));
        }
    }

    private static String row(ImportedFrom from) {
        return String.join(" ", from.names()) + " " + from.checksums().get(0);
    }

    @Tag(Samples.TAG)
    @ParameterizedTest
    @MethodSource("versions")
    void theRevisionsRunWhereLiquibaseDoesNot(String version) {
        files().series();
        Path scripts = folder.resolve("scripts");
        new ImportFiles(scripts).write(plan(version, CONFIGURED));
        try (TestDatabase database = TestDatabase.create()) {
            new Project(scripts, database.dataSource()).start();

            assertThat(database.query("SELECT id, name FROM customer WHERE id > 9 OR id = 1 ORDER BY id"))
                    .containsExactly("1|a'b hello", "10|Zoë", "11|Max; jun.", "12|null", "50|test");
            assertThat(database.query("SELECT greet(), add(1, 2), (SELECT t FROM log), (SELECT count(*) FROM item)"))
                    .containsExactly("hello; you|3|c|1");
            assertThat(database.query("SELECT reloptions[1] FROM pg_class WHERE relname = 'modified'"))
                    .containsExactly("fillfactor=70");
            assertThat(database.query("SELECT prosrc LIKE '%in the body%' FROM pg_proc WHERE proname = 'greet'"))
                    .containsExactly("f");
        }
    }

    @Test
    void writesTheSameForEveryDeveloperAndVersion() {
        files().series();

        assertThat(plan(VERSIONS.get(0), CONFIGURED).revisions())
                .extracting(ImportedRevision::text)
                .isEqualTo(plan(CONFIGURED).revisions().stream()
                        .map(ImportedRevision::text)
                        .toList());
    }

    private String textOf(String id) {
        return plan(CONFIGURED).revisions().stream()
                .filter(revision -> revision.migration().from().names().get(0).equals(id))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void writesHeaderStatementsAndRollback() {
        files().series();

        assertThat(textOf("1").replaceAll("(revision: )\\w+", "$1x").replaceAll("9:\\w+\\|8:\\w+", "9:a|8:b"))
                .isEqualTo("""
            -- revision: x
            -- down_revision:
            -- message: Customers and their names
            -- imported_from: liquibase "1" "ann" "db/changelog/db.changelog-master.yaml" 9:a|8:b

            -- migrate: upgrade
            CREATE TABLE customer (id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL, name VARCHAR(200) DEFAULT 'x;y', created TIMESTAMP WITHOUT TIME ZONE DEFAULT NOW(), CONSTRAINT customer_pkey PRIMARY KEY (id));
            CREATE INDEX ix_customer_name ON customer(name);

            -- migrate: downgrade
            DROP INDEX ix_customer_name;
            DROP TABLE customer;
            """);
        assertThat(textOf("2")).contains("-- migrate: irreversible Liquibase has no rollback for it");
        assertThat(textOf("f2"))
                .contains("-- migrate: autocommit\ncreate index concurrently ix_log on log (id);")
                .contains("-- migrate: autocommit\ndrop index concurrently ix_log;");
        assertThat(textOf("f3"))
                .contains("runOnChange \"f3\"")
                .endsWith("-- migrate: downgrade\n-- migrate: nothing\n");
        assertThat(textOf("f4")).contains("select add(1, 2) -- the end\n;");
        assertThat(textOf("f 5")).contains("liquibase \"f 5\" \"carl the 2nd\" \"db/changelog/functions.sql\" 9:");
        assertThat(textOf("x2")).contains("ALTER TABLE customer ADD age INTEGER DEFAULT 1 NOT NULL;");
        assertThat(textOf("both-databases"))
                .doesNotContain("nothing")
                .contains("-- message: both databases")
                .contains("-- migrate: downgrade\ndrop table shared;");
    }

    @Test
    void listsWhatItDoesNotConvert() {
        files().series().resource("db/changelog/functions.sql", """
            --liquibase formatted sql
            --changeset a:1 runAlways:true
            select 1;
            --changeset a:2 failOnError:false
            select 2;
            --changeset a:3
            --preconditions onFail:CONTINUE
            --precondition-sql-check expectedResult:1 select 1
            select 3;
            --changeset a:4 ignore:true
            select 4;
            """).resource("db/changelog/plain/x.xml", """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <preConditions><runningAs username="x"/></preConditions>
              <changeSet id="c" author="b"><executeCommand executable="ls"/></changeSet>
            </databaseChangeLog>
            """);

        ImportPlan plan = plan(Map.of("contexts", "prod", "drop-first", "true"));

        assertThat(plan.byHand())
                .extracting(one -> one.file().replaceAll(".*/", "") + ": " + one.reason())
                .containsExactly(
                        "db.changelog-master.yaml::h2-only::bob: it is for another database (dbms)",
                        "functions.sql::4::a: it is ignored (ignore: true)",
                        "db.changelog-master.yaml::for-tests::bob: its contexts, test, do not match"
                                + " spring.liquibase.contexts=prod",
                        "db.changelog-master.yaml: the changelog has preconditions: runningAs",
                        "functions.sql::1::a: runAlways has it run at each start, and a revision runs once",
                        "functions.sql::2::a: failOnError=false: Liquibase continues after a failure",
                        "functions.sql::3::a: its precondition (sqlCheck select 1, onFail CONTINUE) is not converted",
                        "x.xml::c::b: its executeCommand has no SQL to convert",
                        "db.changelog-master.yaml::release::bob: it tags the database",
                        "setting drop-first=true: Retort has no such setting");
        assertThat(plan.notes())
                .anySatisfy(
                        note -> assertThat(note)
                                .contains(
                                        "add-orders::bob: its precondition (not tableExists orders, onFail MARK_RAN) is checked"));
    }

    @Test
    void stopsBeforeItWritesWhatItCannotConvert() {
        files().sql("""
            --changeset a:1
            create index concurrently on t (a);
            --changeset a:2
            savepoint x;
            """);

        assertThatThrownBy(() -> plan(Map.of())).isInstanceOfSatisfying(RetortException.class, e -> {
            assertThat(e.what()).isEqualTo("The migrations of Liquibase were not imported; nothing was written.");
            assertThat(e.why().lines())
                    .anySatisfy(
                            line -> assertThat(line).contains("all.sql::1::a").contains("without a name is refused"))
                    .anySatisfy(line -> assertThat(line).contains("all.sql::2::a: line 1: SAVEPOINT"));
        });
    }

    @Test
    void showsWhatLiquibaseSaysOfAChangelogThatItCannotRead() {
        files().yaml("  - changeSet: {id: 1, author: a, changes: [{createTabel: {tableName: x}}]}\n");

        assertThatThrownBy(() -> plan(Map.of()))
                .hasMessageContaining("Liquibase answered:")
                .hasMessageContaining("createTabel");
    }

    @Test
    void translatesTheSettings() {
        files().sql("--changeset a:1\nselect 1;\n");

        assertThat(plan(Map.of(
                                "default-schema",
                                "shop",
                                "liquibase-schema",
                                "meta",
                                "database-change-log-table",
                                "CHANGES",
                                "user",
                                "owner"))
                        .settings())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "retort.adopt.from",
                        "liquibase",
                        "retort.adopt.out-of-order",
                        "true",
                        "retort.adopt.table",
                        "meta.changes",
                        "retort.on-non-empty-schema",
                        "adopt",
                        "retort.schema",
                        "shop",
                        "retort.username",
                        "owner"));
    }

    @Test
    void changeSetsThatRunAgainWhenTheyChangeBecomeObjectFilesWhereTheyOnlyCreateObjects() {
        files().sql("""
            --changeset ann:t
            create table t (id int);
            --changeset ann:1 runOnChange:true
            create or replace view ids as select id from t;
            grant select on ids to public;
            --changeset ann:2 runOnChange:true splitStatements:false
            create or replace function twice(n int) returns int language plpgsql as $$ begin return n; end $$;
            --changeset ann:3 runOnChange:true
            create or replace view old as select 1 as x;
            --changeset ann:4 runOnChange:true
            insert into t values (1) on conflict do nothing;
            --changeset ann:5 runOnChange:true runAlways:true
            refresh materialized view none;
            --changeset ann:6 runOnChange:true
            create or replace function twice(n int) returns int language sql as 'select n * 2';
            --changeset ann:7
            drop view if exists old;
            """);

        ImportPlan plan = plan(Map.of());

        assertThat(plan.objects())
                .extracting(ImportedObject::fileName, ImportedObject::source)
                .containsExactly(
                        tuple("ids.sql", "db/changelog/all.sql::1::ann"),
                        tuple("twice.sql", "db/changelog/all.sql::6::ann"));
        assertThat(plan.objects().get(0).text()).contains("create or replace view ids", "grant select on ids");
        assertThat(plan.notes())
                .contains(
                        "db/changelog/all.sql::1::ann: its text becomes an object file. Change that file, and generate a"
                                + " revision.",
                        "db/changelog/all.sql::2::ann: a runOnChange change set whose objects"
                                + " db/changelog/all.sql::6::ann changes becomes a revision that runs once. Change its"
                                + " objects with a new revision.",
                        "db/changelog/all.sql::3::ann: a runOnChange change set whose objects"
                                + " db/changelog/all.sql::7::ann changes becomes a revision that runs once. Change its"
                                + " objects with a new revision.",
                        "db/changelog/all.sql::4::ann: a runOnChange change set that does more than create views, routines"
                                + " and triggers becomes a revision that runs once. Change its objects with a new revision.");
        assertThat(plan.byHand())
                .extracting(ByHand::file, ByHand::reason)
                .containsExactly(tuple(
                        "db/changelog/all.sql::5::ann",
                        "runAlways has it run at each start, and a revision runs once"));
    }

    @Test
    void preconditionsThatHaveOneAnswerInEveryDatabaseAreSettled() {
        files().yaml("""
              - property: {name: fast, value: "true"}
              - changeSet:
                  id: other
                  author: ann
                  preConditions: [{onFail: MARK_RAN}, {dbms: {type: "db2,oracle"}}, {runningAs: {username: sa}}]
                  changes: [{sql: {sql: create table only_there (id int)}}]
              - changeSet:
                  id: mine
                  author: ann
                  preConditions: [{onFail: MARK_RAN}, {dbms: {type: postgresql}}, {not: [{tableExists: {tableName: t}}]}]
                  changes: [{createTable: {tableName: t, columns: [{column: {name: id, type: int}}]}}]
              - changeSet:
                  id: later
                  author: ann
                  preConditions:
                    - onFail: MARK_RAN
                    - changeSetExecuted: {id: plain, author: ann, changeLogFile: db/changelog/db.changelog-master.yaml}
                  changes: [{sql: {sql: create table too_early (id int)}}]
              - changeSet:
                  id: plain
                  author: ann
                  preConditions: [{onFail: MARK_RAN}, {changeLogPropertyDefined: {property: fast, value: "true"}}]
                  changes: [{sql: {sql: create table plain (id int)}}]
              - changeSet:
                  id: after
                  author: ann
                  preConditions:
                    - onFail: MARK_RAN
                    - changeSetExecuted: {id: plain, author: ann, changeLogFile: db/changelog/db.changelog-master.yaml}
                    - not: [{changeSetExecuted: {id: other, author: ann, changeLogFile: db/changelog/db.changelog-master.yaml}}]
                  changes: [{sql: {sql: create table after_it (id int)}}]
            """);

        ImportPlan plan = plan(Map.of());

        assertThat(plan.byHand()).isEmpty();
        assertThat(plan.revisions())
                .extracting(one -> one.script().upgrade().stream()
                        .mapToInt(part -> part.statements().size())
                        .sum())
                .containsExactly(0, 1, 0, 1, 0);
        assertThat(plan.revisions().get(1).text())
                .contains("IF NOT ((NOT (EXISTS")
                .doesNotContain("true");
        assertThat(plan.revisions().get(3).text()).contains("upgrade\ncreate table plain (id int);");
        assertThat(plan.notes())
                .contains(
                        "db/changelog/db.changelog-master.yaml::other::ann: its precondition (dbms db2,oracle and runningAs)"
                                + " holds in no new database, where Liquibase marks it as run: its revision is empty.",
                        "db/changelog/db.changelog-master.yaml::plain::ann: its precondition (changeLogPropertyDefined fast)"
                                + " holds in every new database, and is left out.");
        try (TestDatabase database = TestDatabase.create();
                RealLiquibase liquibase = liquibase(NEWEST, database)) {
            liquibase.update();
            assertThat(database.query("SELECT id, exectype FROM databasechangelog ORDER BY orderexecuted"))
                    .containsExactly(
                            "other|MARK_RAN", "mine|EXECUTED", "later|MARK_RAN", "plain|EXECUTED", "after|MARK_RAN");
        }
    }

    @Test
    void dropsAPrimaryKeyWithoutName() {
        files().yaml("""
              - changeSet:
                  id: 1
                  author: ann
                  changes:
                    - createTable: {tableName: Keyed, columns: [{column: {name: id, type: int, constraints: {primaryKey: true}}}]}
                    - dropPrimaryKey: {tableName: Keyed}
            """);
        Path scripts = folder.resolve("scripts");
        new ImportFiles(scripts).write(plan(Map.of()));
        try (TestDatabase database = TestDatabase.create()) {
            new Project(scripts, database.dataSource()).start();

            assertThat(database.query("SELECT count(*) FROM pg_constraint WHERE contype = 'p' AND conrelid ="
                            + " to_regclass('public.keyed')"))
                    .containsExactly("0");
        }
    }
}
