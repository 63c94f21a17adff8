/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.FlywayProject;
import dev.retort.test.RealFlyway;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTests {

    private static final String POM = """
        <project>
            <dependencies>
                <dependency>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-starter-flyway</artifactId>
                </dependency>
                <dependency>
                    <groupId>org.flywaydb</groupId>
                    <artifactId>flyway-database-postgresql</artifactId>
                </dependency>
                <dependency>
                    <groupId>org.postgresql</groupId>
                    <artifactId>postgresql</artifactId>
                </dependency>
            </dependencies>
        </project>
        """;

    @TempDir
    Path folder = Path.of("");

    private FlywayProject project() {
        return new FlywayProject(folder).series().file("pom.xml", POM.getBytes(StandardCharsets.UTF_8));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void writesProvenRevisionsAndAReport() throws IOException {
        project();

        Shell.Result result = new Shell(folder).run("import", "flyway", "--prove");

        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains(
                        "Importing 30 migrations of Flyway into src/main/resources/db/migrations, 31 new files ...  done")
                .contains("Object file: src/main/resources/db/objects/active_customers.sql of"
                        + " src/main/resources/db/migration/R__active_customers.sql")
                .contains("Both series were run from an empty database")
                .contains("By hand: src/main/resources/db/migration/afterMigrate.sql: it is a callback at afterMigrate")
                .contains("-            <artifactId>flyway-database-postgresql</artifactId>")
                .contains("+retort.on-non-empty-schema=adopt");
        assertThat(read("src/main/resources/db/migrations/V1__create_customer.sql"))
                .startsWith("-- revision: ")
                .contains("-- imported_from: flyway V \"1\" ")
                .contains("-- migrate: irreversible Flyway has no undo script for 1");
        assertThat(read("import-report.md"))
                .contains("are equal.")
                .contains("| src/main/resources/db/migration/notes.txt |");
        assertThat(read("pom.xml")).isEqualTo(POM);
    }

    @Test
    void writesObjectFilesOfRepeatableMigrationsThatOnlyCreateObjects() throws IOException {
        new FlywayProject(folder)
                .migration("V1__a.sql", "CREATE TABLE a (id int);")
                .migration(
                        "R__Touch rows.sql",
                        "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN NEW;\nEND $$;\n"
                                + "DROP TRIGGER IF EXISTS touch ON a;\nCREATE TRIGGER touch BEFORE UPDATE ON a"
                                + " FOR EACH ROW EXECUTE FUNCTION touch();\nCOMMENT ON FUNCTION touch() IS 'x';\n")
                .migration("R__grants.sql", "CREATE OR REPLACE VIEW v AS SELECT 1;\nGRANT SELECT ON v, a TO PUBLIC;\n")
                .migration("R__index.sql", "CREATE INDEX IF NOT EXISTS ix_a ON a (id);\n");
        Shell shell = new Shell(folder);

        Shell.Result result = shell.run("import", "flyway");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).containsOnlyOnce("Object file: ");
        assertThat(read("src/main/resources/db/objects/touch_rows.sql"))
                .isEqualTo(read("src/main/resources/db/migration/R__Touch rows.sql"));
        assertThat(read("import-report.md"))
                .contains("R__Touch rows.sql: its text becomes an object file.")
                .contains("R__grants.sql: a repeatable migration that does more than create views")
                .contains("R__index.sql: a repeatable migration that does more than create views");

        Files.delete(folder.resolve("src/main/resources/db/objects/touch_rows.sql"));
        shell.run("import", "flyway");

        assertThat(folder.resolve("src/main/resources/db/objects/touch_rows.sql"))
                .doesNotExist();
    }

    @Test
    void importsAgainWithoutChanges() throws IOException {
        project();
        Shell shell = new Shell(folder);
        shell.run("import", "flyway");
        new FlywayProject(folder).migration("V3000__later.sql", "CREATE TABLE later (id int);");

        assertThat(shell.run("import", "flyway").out())
                .contains("Importing 31 migrations of Flyway into src/main/resources/db/migrations, 1 new file");
        assertThat(Files.exists(folder.resolve("src/main/resources/db/migrations/V3000__later.sql")))
                .isTrue();
    }

    @Test
    void provesWithTheRevisionsThatWereWrittenForMigrationsInJava() throws IOException {
        new FlywayProject(folder)
                .migration("V1__a.sql", "CREATE TABLE a (id int);")
                .file("src/main/java/db/migration/V2__Fill.java", "class V2__Fill {}".getBytes(StandardCharsets.UTF_8))
                .migration("V3__b.sql", "CREATE TABLE b AS SELECT * FROM a;");
        Shell shell = new Shell(folder);
        shell.run("import", "flyway");

        assertThat(shell.run("import", "flyway", "--prove").err())
                .contains("V2__Fill.java is not SQL, and only the other tool can run it.")
                .contains("import again with --prove");

        Path revision = folder.resolve("src/main/resources/db/migrations/V2__Fill.sql");
        Files.writeString(
                revision,
                Files.readString(revision).replaceAll("(?s)DO .java.*END .java.;\n", "INSERT INTO a VALUES (1);\n"));
        Shell.Result result = shell.run("import", "flyway", "--prove");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("Importing 3 migrations of Flyway into src/main/resources/db/migrations, 0 new files")
                .contains("Kept: src/main/resources/db/migrations/V2__Fill.sql was changed since it was imported")
                .contains("3 objects of the catalog and the rows of 2 tables and sequences are equal.")
                .contains("Both series ran the revisions that were written by hand for V2__Fill.java.")
                .doesNotContain("By hand: src/main/java");
    }

    @Test
    void keepsScriptsThatWereChangedAndRefusesMigrationsThatWere() throws IOException {
        FlywayProject project = new FlywayProject(folder)
                .migration("V1__a.sql", "CREATE TABLE a (id int);")
                .migration("V2__b.sql", "CREATE TABLE b (id int);");
        Shell shell = new Shell(folder);
        shell.run("import", "flyway");
        Path revision = folder.resolve("src/main/resources/db/migrations/V1__a.sql");
        Path renamed = revision.resolveSibling("renamed.sql");
        Files.writeString(
                renamed,
                Files.readString(revision)
                        .replaceAll("-- migrate: irreversible .*", "-- migrate: downgrade\nDROP TABLE a;")
                        .replace("\n", "\r\n"));
        Files.delete(revision);
        Files.delete(folder.resolve("src/main/resources/db/migrations/V2__b.sql"));

        Shell.Result result = shell.run("import", "flyway", "--prove");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("1 new file ...")
                .contains("Kept: src/main/resources/db/migrations/renamed.sql was changed since it was imported");
        assertThat(Files.exists(revision)).isFalse();
        assertThat(shell.run("history").out().lines()).hasSize(2);

        project.migration("V2__b.sql", "CREATE TABLE b (id bigint);");

        assertThat(shell.run("import", "flyway").err())
                .contains("The import would overwrite files; nothing was written.")
                .contains("V2__b.sql");
    }

    @Test
    void changesTheProjectOnRequest() throws IOException {
        project();

        new Shell(folder).run("import", "flyway", "--write");

        assertThat(read("pom.xml")).isEqualTo("""
            <project>
                <dependencies>
                    <dependency>
                        <groupId>dev.retort</groupId>
                        <artifactId>retort-spring-boot-starter</artifactId>
                        <version>${retort.version}</version>
                    </dependency>
                    <dependency>
                        <groupId>org.postgresql</groupId>
                        <artifactId>postgresql</artifactId>
                    </dependency>
                </dependencies>
            </project>
            """);
        assertThat(read("src/main/resources/application.properties")).isEqualTo("""
            spring.application.name=shop
            retort.adopt.from=flyway
            retort.on-non-empty-schema=adopt
            retort.placeholders.appSchema=public
            retort.placeholders.greeting=hello
            """);
    }

    @Test
    void importsAgainAfterTheProjectHasMoved() throws IOException {
        project();
        Shell shell = new Shell(folder);
        shell.run("import", "flyway", "--write");

        assertThat(shell.run("import", "flyway").out()).contains(", 0 new files ...  done");
    }

    @Test
    void letsChecksumsCountThatADatabaseRecorded() throws IOException {
        FlywayProject files = new FlywayProject(folder).migration("V1__a.sql", "CREATE TABLE a (id int);");
        try (TestDatabase database = TestDatabase.create();
                RealFlyway flyway = new RealFlyway(RealFlyway.VERSIONS.get(1), database, files.migrations())) {
            flyway.migrate();
            String recorded =
                    database.query("SELECT checksum FROM flyway_schema_history").get(0);
            files.migration("V1__a.sql", "-- of the shop\nCREATE TABLE a (id int);")
                    .file("pom.xml", new byte[0]);

            new Shell(folder).on(database).run("import", "flyway", "--history", database.url());

            assertThat(read("src/main/resources/db/migrations/V1__a.sql"))
                    .containsPattern("-- imported_from: flyway V \"1\" -?\\d+\\|" + recorded + "\n");
        }
    }

    @Test
    void changesYamlToo() throws IOException {
        new FlywayProject(folder)
                .migration("V1__a.sql", "CREATE TABLE ${Name} (id int);")
                .file("src/main/resources/application.properties", new byte[0])
                .file("src/main/resources/application.yaml", """
                    spring:
                      application:
                        name: shop
                      flyway:
                        # of the shop
                        default-schema: shop
                        locations:
                          - classpath:db/migration
                        out-of-order: true
                        placeholders:
                          name: "thing"
                    server:
                      port: 8080
                    ---
                    spring.config.activate.on-profile: test
                    """.getBytes(StandardCharsets.UTF_8));

        new Shell(folder).run("import", "flyway", "--write");

        assertThat(read("src/main/resources/application.yaml")).isEqualTo("""
            spring:
              application:
                name: shop
            server:
              port: 8080
            retort.adopt.from: flyway
            retort.adopt.out-of-order: true
            retort.adopt.table: shop.flyway_schema_history
            retort.create-schema: true
            retort.on-non-empty-schema: adopt
            retort.placeholders.name: thing
            retort.schema: shop
            ---
            spring.config.activate.on-profile: test
            """);
    }

    /** The first file of many projects is a dump, and what it sets must not reach the second; values may hold statements. */
    @Tag("nightly")
    @Test
    void provesADumpAFolderOfAVendorAndAPlaceholderOfSeveralStatements() {
        new FlywayProject(folder)
                .file("pom.xml", new byte[0])
                .file("src/main/resources/application.properties", """
                    spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor}
                    spring.flyway.placeholders.twoTables=CREATE TABLE x (id int); CREATE TABLE y (id int)
                    """.getBytes(StandardCharsets.UTF_8))
                .migration("common/V1__dump.sql", """
                    -- PostgreSQL database dump
                    SET statement_timeout = 0;
                    SELECT pg_catalog.set_config('search_path', '', false);
                    SET check_function_bodies = false;
                    CREATE TABLE public.t (id bigint NOT NULL, d timestamp DEFAULT now());
                    COPY public.t (id, d) FROM stdin;
                    1\t2020-01-01 00:00:00
                    \\.

                    SELECT pg_catalog.setval(pg_get_serial_sequence('public.t', 'id'), 2, true) WHERE false;
                    """)
                .migration("postgresql/V2__values.sql", "${twotables};\nCREATE TABLE z (id int)")
                .migration("mysql/V2__values.sql", "CREATE TABLE z (id int) ENGINE=InnoDB;");

        Shell.Result result = new Shell(folder).run("import", "flyway", "--prove");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("Importing 2 migrations of Flyway").contains("are equal.");
    }

    @Tag("slow")
    @Test
    void writesNothingThatIsNotProven() {
        project().migration("V3001__random.sql", "CREATE TABLE r AS SELECT random() AS r;");

        Shell.Result result = new Shell(folder).run("import", "flyway", "--prove");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .startsWith(
                        "FAILED: The revisions do not give the same schema as the migrations of flyway; nothing was written.")
                .contains("the rows of public.r differ");
        assertThat(Files.exists(folder.resolve("src/main/resources/db/migrations")))
                .isFalse();
    }

    @Test
    void upgradeSaysThatItHasAdoptedTheDatabaseAndWhatItRan() throws IOException {
        FlywayProject files = new FlywayProject(folder)
                .file("pom.xml", "<project/>".getBytes(StandardCharsets.UTF_8))
                .migration("V1__a.sql", "CREATE TABLE a (id int);")
                .migration("V3__c.sql", "CREATE TABLE c (id int);");
        try (TestDatabase database = TestDatabase.create();
                RealFlyway flyway = new RealFlyway(RealFlyway.VERSIONS.get(0), database, files.migrations())) {
            flyway.migrate();
            files.migration("V2__b.sql", "CREATE TABLE b (id int);");
            Shell shell = new Shell(folder).on(database);
            shell.run("import", "flyway");

            files.file(
                    ".env",
                    "RETORT_ADOPT_FROM=flyway\nRETORT_ADOPT_OUT_OF_ORDER=true\n".getBytes(StandardCharsets.UTF_8));

            Shell.Result result = shell.run("upgrade", "head", "--on-non-empty-schema=adopt");

            assertThat(result.status()).isZero();
            assertThat(result.err())
                    .containsPattern(
                            "Adopted the database from flyway: 2 migrations of public.flyway_schema_history are"
                                    + " recorded, \\w{12} ran, the version rows are \\w{12}\\.");
            assertThat(database.query("SELECT to_regclass('b')")).containsExactly("b");
        }
    }

    @Tag("nightly")
    @Test
    void provesInTheSchemaThatTheProjectGets() throws IOException {
        new FlywayProject(folder)
                .file("pom.xml", "<project/>".getBytes(StandardCharsets.UTF_8))
                .file(
                        "src/main/resources/application.properties",
                        "spring.flyway.default-schema=shop\n".getBytes(StandardCharsets.UTF_8))
                .migration("V1__a.sql", "CREATE TABLE a (id int);\nINSERT INTO shop.a VALUES (1);");

        Shell.Result result = new Shell(folder).run("import", "flyway", "--prove");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "Both series were run from an empty database: 3 objects of the catalog and the rows of 1 tables");
    }

    @Tag("slow")
    @Test
    void generatesDowngradesWhereTheyRestoreEverything() throws IOException {
        new FlywayProject(folder)
                .migration("V1__t.sql", "CREATE TABLE t (id int PRIMARY KEY, name varchar(10), gone int);")
                .migration("V2__seed.sql", "INSERT INTO t VALUES (1, 'a', 2);")
                .migration("V3__view.sql", "CREATE VIEW v AS SELECT id FROM t;\nCREATE INDEX ix ON t (name);")
                .migration(
                        "V4__wide.sql",
                        "DROP VIEW v;\nALTER TABLE t ALTER name TYPE varchar(20), ALTER id TYPE bigint;")
                .migration("V5__drop.sql", "ALTER TABLE t DROP COLUMN gone;")
                .migration("V6__publication.sql", "CREATE PUBLICATION p;\nCREATE TABLE w (id int);")
                .migration("V7__kept.sql", "CREATE TABLE kept (id int);")
                .migration("U7__kept.sql", "DROP TABLE kept;")
                .migration(
                        "V8__enum.sql", "CREATE TYPE mood AS ENUM ('sad');\nALTER TABLE t ADD mood mood DEFAULT 'sad';")
                .migration("V9__placeholder.sql", "CREATE TABLE ${name} (id int);")
                .file("pom.xml", "<project/>".getBytes(StandardCharsets.UTF_8));

        Shell.Result result =
                new Shell(folder).run("import", "flyway", "--reverse", "--prove", "--set", "placeholders.name=filled");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "Downgrades were generated and tried for 4 of 8 migrations without one; import-report.md names"
                                + " the others.")
                .contains("are equal.");
        assertThat(read("src/main/resources/db/migrations/V4__wide.sql"))
                .contains("-- migrate: downgrade\n-- Generated from the schemas before and after the upgrade.\n")
                .contains("CREATE VIEW", "character varying(10)");
        assertThat(read("src/main/resources/db/migrations/V7__kept.sql")).doesNotContain("Generated");
        assertThat(read("import-report.md"))
                .contains("V2__seed.sql: no downgrade was generated: line ")
                .contains("V5__drop.sql: no downgrade was generated: it can lose values (drop column public.t.gone).")
                .contains("V6__publication.sql: no downgrade was generated: line ")
                .contains(
                        "V9__placeholder.sql: no downgrade was generated: its placeholders have other values elsewhere.");
    }
}
