/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project that Flyway migrates: 30 migrations of all kinds that its documentation has. */
public final class FlywayProject {

    /** The settings that the project needs, as Spring Boot has them. */
    public static final String PROPERTIES = """
        spring.application.name=shop
        spring.flyway.placeholders.appSchema=public
        spring.flyway.placeholders.greeting=hello
        spring.flyway.out-of-order=false
        """;

    private final Path root;

    /** Creates a project in a folder. */
    public FlywayProject(Path root) {
        this.root = root;
    }

    /** {@return the folder of migrations} */
    public Path migrations() {
        return root.resolve("src/main/resources/db/migration");
    }

    /** Writes a file of migrations. */
    public FlywayProject migration(String name, String text) {
        return migration(name, text, StandardCharsets.UTF_8);
    }

    /** Writes a file of migrations in an encoding. */
    public FlywayProject migration(String name, String text, Charset encoding) {
        return file("src/main/resources/db/migration/" + name, text.getBytes(encoding));
    }

    /** Writes any file. */
    public FlywayProject file(String name, byte[] content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file of migrations. */
    public FlywayProject without(String name) {
        try {
            Files.delete(migrations().resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the whole series. */
    public FlywayProject series() {
        file("pom.xml", "<project/>".getBytes(StandardCharsets.UTF_8));
        file("src/main/resources/application.properties", PROPERTIES.getBytes(StandardCharsets.UTF_8));
        tables();
        transactions();
        texts();
        return repeatables();
    }

    private void tables() {
        migration(
                "V1__create_customer.sql",
                "-- Copyright\n\nCREATE TABLE customer (id bigint PRIMARY KEY, name text);\n");
        migration("V1_1__add_email.sql", "ALTER TABLE customer ADD COLUMN email text");
        migration("V2.0__create_orders.sql", """
            CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customer (id), total numeric(12,2));
            /* a block comment ; with a semicolon */
            CREATE INDEX ix_orders_customer ON orders (customer_id);
            """);
        migration("U2.0__create_orders.sql", "DROP TABLE orders;");
        migration("V2.1__seed.sql", "INSERT INTO customer VALUES (1, 'a;b', 'a@example.com'), (2, 'c''d', NULL);");
        migration("V3__crlf.sql", "CREATE TABLE item (\r\n    id bigint PRIMARY KEY,\r\n    note text\r\n);\r\n");
        migration("V4__bom.sql", "\uFEFFCREATE TABLE mark (id int);\n");
        migration(
                "billing/V5__in_a_folder.sql",
                "CREATE SCHEMA billing;\nCREATE TABLE billing.invoice (id int PRIMARY KEY);\n");
        migration("V6__.sql", "CREATE TABLE without_description (id int);");
        migration("V007__zeros.sql", "CREATE TABLE zeros (id int);");
        migration("V8__only_a_comment.sql", "-- nothing to do here\n");
        migration("V9__domain_and_type.sql", """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
            """);
    }

    private void transactions() {
        migration("V10__concurrently.sql", "CREATE INDEX CONCURRENTLY ix_customer_name ON customer (name);\n");
        migration("V11__no_transaction.sql", "CREATE TABLE k (id int);\nINSERT INTO k VALUES (1);\n");
        migration("V11__no_transaction.sql.conf", "executeInTransaction=false\n");
        migration("V12__begin_commit.sql", "BEGIN;\nCREATE TABLE b (id int);\nCOMMIT;\n");
        migration("V13__add_value.sql", "ALTER TYPE mood ADD VALUE 'happy';\n");
        migration(
                "V14__latin.sql",
                "INSERT INTO customer VALUES (3, 'Zoë Müller', NULL);\n",
                StandardCharsets.ISO_8859_1);
        migration("V14__latin.sql.conf", "encoding=ISO-8859-1\n");
        migration("V15__vacuum.sql", "VACUUM customer;\n");
    }

    private void texts() {
        migration(
                "V16__placeholders.sql",
                "-- ${GREETING} in a comment\nCREATE TABLE ${appschema}.greeting (t text DEFAULT '${greeting}');\n");
        migration("V17__no_placeholders.sql", "CREATE TABLE template (t text DEFAULT '${name}');\n");
        migration("V17__no_placeholders.sql.conf", "placeholderReplacement=false\n");
        migration("V18__function.sql", """
            CREATE FUNCTION total(c bigint) RETURNS numeric LANGUAGE plpgsql AS $body$
            BEGIN
                -- migrate: upgrade
                RETURN (SELECT sum(total) FROM orders WHERE customer_id = c);
            END;
            $body$;
            """);
        migration(
                "V19__copy.sql",
                "COPY item (id, note) FROM stdin;\n1\tone\n2\t\\N\n\\.\nCREATE TABLE after_copy (id int);\n");
        migration(
                "V20__markers.sql",
                "-- migration: down\n--migrate: downgrade\n  -- upgrade the rest\nCREATE TABLE marked (id int);");
        migration("V21__atomic.sql", """
            CREATE FUNCTION add(a int, b int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a + b; END;
            CREATE TABLE after_atomic (id int);
            """.replace(
                        "BEGIN ATOMIC SELECT a + b; END",
                        TestServer.version() >= 14 ? "BEGIN ATOMIC SELECT a + b; END" : "AS 'SELECT a + b'"));
        migration("V22__strings.sql", "INSERT INTO item VALUES (3, E'a\\'b'), (4, U&'d\\0061t'), (5, $q$x;y$q$);");
        migration("V2026.11.29.1200__timestamp.sql", "CREATE TABLE stamped (id int);");
        migration("V23__trigger.sql", """
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            CREATE TRIGGER touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
            """);
        migration("V24__file_and_table.sql", "COMMENT ON TABLE item IS '${flyway:filename} of ${flyway:table}';");
    }

    private FlywayProject repeatables() {
        migration(
                "R__active_customers.sql",
                "CREATE OR REPLACE VIEW active_customers AS SELECT id, name FROM customer;\n");
        migration(
                "R__greet.sql",
                "CREATE OR REPLACE FUNCTION greet() RETURNS text LANGUAGE sql AS $$ SELECT '${greeting}' $$;\n");
        migration("R__seed_items.sql", "INSERT INTO item VALUES (100, 'seed') ON CONFLICT DO NOTHING;\n");
        migration("afterMigrate.sql", "SELECT 1;\n");
        return migration("notes.txt", "not a migration\n");
    }
}
