/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project with object files, which are frozen into revisions and tried up and down. */
abstract class ObjectFileTestCase {

    static final String ORDERS =
            "CREATE TABLE orders (id bigint PRIMARY KEY, customer text NOT NULL, amount integer NOT NULL);\n";

    private static final String DEFINITIONS = """
        SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || coalesce(a.attacl::text, '') || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
          LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
           AND c.relname !~ '^(retort|alembic)_' AND c.relkind <> 'i'
        UNION ALL SELECT concat('relation ', c.relname, ' ', c.relowner::regrole, ' ', c.reloptions, ' ', (SELECT
              string_agg(g::text, ' ' ORDER BY g::text) FROM unnest(coalesce(c.relacl, acldefault('r', c.relowner))) g))
          FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname !~ '^(retort|alembic)_'
        UNION ALL SELECT 'view ' || schemaname || viewname || ' ' || definition FROM pg_views
         WHERE schemaname IN ('public', 'billing')
        UNION ALL SELECT 'matview ' || matviewname || ' ' || definition FROM pg_matviews WHERE schemaname = 'public'
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
           AND tablename !~ '^(retort|alembic)_'
        UNION ALL SELECT 'comment ' || pg_describe_object(classoid, objoid, objsubid) || ' ' || description
          FROM pg_description
         WHERE objoid >= 16384 AND pg_describe_object(classoid, objoid, objsubid) !~ '(retort|alembic)_'
        UNION ALL SELECT concat(pg_describe_object('pg_proc'::regclass, p.oid, 0), ' ', p.proowner::regrole, ' ',
            (SELECT string_agg(g::text, ' ' ORDER BY g::text) FROM unnest(coalesce(p.proacl, acldefault('f', p.proowner))) g),
            ' ', CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid)
              ELSE (SELECT a.aggtransfn::text FROM pg_aggregate a WHERE a.aggfnoid = p.oid) END)
          FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
        UNION ALL SELECT 'rule ' || pg_get_ruledef(oid) FROM pg_rewrite WHERE oid >= 16384 AND rulename <> '_RETURN'
        UNION ALL SELECT concat('trigger ', pg_get_triggerdef(oid), ' ', tgenabled) FROM pg_trigger WHERE NOT tgisinternal
         ORDER BY 1
        """;

    final TestDatabase database = TestDatabase.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path project;

    @SuppressWarnings("NullAway.Init")
    Path objects;

    @SuppressWarnings("NullAway.Init")
    Shell shell;

    @BeforeEach
    void makeAProject() throws IOException {
        project = project.toRealPath();
        Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
        objects = Files.createDirectories(project.resolve("src/main/resources/db/objects"));
        shell = new Shell(project)
                .on(database)
                .with("RETORT_FILE_TEMPLATE", "{rev}_{slug}")
                .with("RETORT_MODEL", "sql:" + project.resolve("schema.sql"));
        shell.file("schema.sql", ORDERS);
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    void object(String name, String sql) throws IOException {
        Path file = objects.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, sql);
    }

    Shell.Result generate(String id) {
        return shell.run("revision", "--autogenerate", "-m", "change", "--rev-id", id);
    }

    String script(String id) throws IOException {
        return Files.readString(project.resolve("src/main/resources/db/migrations/" + id + "_change.sql"));
    }

    List<String> definitions() {
        return database.query(DEFINITIONS);
    }

    /** Generates, upgrades, generates again and finds nothing, and goes down to the schema before and up again. */
    String frozen(String id) throws IOException {
        List<String> before = definitions();
        Shell.Result generated = generate(id);
        assertThat(generated.status()).as(generated.err()).isZero();
        upgrade();
        List<String> after = definitions();
        assertThat(generate("none").out()).contains("No new upgrade operations detected.");
        Shell.Result down = shell.run("downgrade", "-1");
        assertThat(down.status()).as(down.err() + script(id)).isZero();
        assertThat(definitions()).as(script(id)).isEqualTo(before);
        upgrade();
        assertThat(definitions()).as(script(id)).isEqualTo(after);
        return script(id);
    }

    void upgrade() {
        Shell.Result upgraded = shell.run("upgrade", "head");
        assertThat(upgraded.status()).as(upgraded.err()).isZero();
    }
}
