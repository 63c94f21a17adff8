/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import dev.retort.diff.DiffSettings;
import dev.retort.diff.Difference;
import dev.retort.internal.catalog.CatalogReader;
import dev.retort.internal.catalog.query.Scope;
import dev.retort.internal.diff.SafeUpgrade;
import dev.retort.internal.diff.SchemaDiff;
import dev.retort.internal.jdbc.ConnectionSource;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.render.RenderedOperation;
import dev.retort.internal.render.SqlRenderer;
import dev.retort.internal.render.script.SqlScriptWriter;
import dev.retort.internal.script.ScriptPart;
import dev.retort.internal.script.read.ScriptLoader;
import dev.retort.internal.sql.Identifiers;
import dev.retort.internal.sql.SqlStatement;
import dev.retort.internal.sql.StatementSplitter;
import dev.retort.operation.AnnotatedOperation;
import dev.retort.schema.DatabaseSchema;
import dev.retort.schema.Table;
import dev.retort.schema.name.ServerVersion;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.DefaultGrant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The invariant of a comparison, on a real server: after the upgrade there is nothing to find and the schema is the
 * model's, after the downgrade the schema is the old one again; both up to the order of columns in a table.
 *
 * <p>Schemas are compared as the catalog reader reads them, and as {@code pg_dump} prints them where there is one that
 * is not older than the server.
 */
public final class Invariant implements AutoCloseable {

    private static final String CLEAR = """
            DO $clear$
            DECLARE name text;
            BEGIN
                FOR name IN SELECT quote_ident(evtname) FROM pg_event_trigger LOOP
                    EXECUTE 'DROP EVENT TRIGGER ' || name;
                END LOOP;
                FOR name IN SELECT quote_ident(pubname) FROM pg_publication LOOP
                    EXECUTE 'DROP PUBLICATION ' || name;
                END LOOP;
                FOR name IN SELECT quote_ident(nspname) FROM pg_namespace
                    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                    EXECUTE 'DROP SCHEMA ' || name || ' CASCADE';
                END LOOP;
                FOR name IN SELECT quote_ident(extname) FROM pg_extension WHERE extname <> 'plpgsql' LOOP
                    EXECUTE 'DROP EXTENSION ' || name || ' CASCADE';
                END LOOP;
                CREATE SCHEMA public;
                GRANT USAGE ON SCHEMA public TO PUBLIC;
            END
            $clear$""";

    private static final Pattern MISSING_ROLE = Pattern.compile("role \"([^\"]+)\" does not exist");

    /** Who owns what is not compared, and pg_dump prints privileges by the names of owners. */
    private static final String OWNERS = """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND pg_get_userbyid(c.relowner) <> current_user
            """;

    private final Side real = new Side();
    private final Side scratch = new Side();
    private final Dump dump = Dump.find(version());

    /** A database with the connections to it, which are kept, because opening one costs more than a case. */
    private static final class Side implements AutoCloseable {

        private final TestDatabase database = TestDatabase.create();
        private final Connection connection = database.connect();
        private final MigrationConnection reading =
                new ConnectionSource(database.dataSource(), 0, duration -> {}).open();

        DatabaseSchema read() {
            try {
                return new CatalogReader().read(reading, Scope.ofDatabase());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        List<DefaultGrant> defaultGrants() {
            try {
                return new CatalogReader().defaultGrants(reading);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        List<String> query(String sql) {
            return database.query(sql);
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** What came of a case. */
    public record Outcome(Difference difference, List<String> violations) {}

    /** A schema as the reader reads it and as {@code pg_dump} prints it. */
    public record Picture(DatabaseSchema schema, String dump) {}

    /** {@return the major version of the server of this run} */
    public static int version() {
        return TestServer.version();
    }

    /** {@return the settings of a comparison of everything} */
    public static DiffSettings everything() {
        return DiffSettings.of(new ServerVersion(version())).withDropUnknown(true);
    }

    /** {@return what schemas are compared with beside the reader, for messages} */
    public String comparedWith() {
        return dump.toString();
    }

    /** {@return the database that is changed} */
    public TestDatabase real() {
        return real.database;
    }

    /** {@return the database that is as the other one shall be} */
    public TestDatabase wanted() {
        return scratch.database;
    }

    /** {@return what is in the database that is as the other one shall be} */
    public Picture picture() {
        return new Picture(scratch.read(), dump.of(scratch.database));
    }

    /** Empties the database that is changed. */
    public void clearReal() {
        prepare(real, "");
    }

    /** Empties the database that is as the other one shall be. */
    public void clearWanted() {
        prepare(scratch, "");
    }

    /** Makes both schemas. Roles that a schema names and the server does not have are created. */
    public void prepare(String before, String after) {
        prepare(real, before);
        prepare(scratch, after);
    }

    private static void prepare(Side side, String sql) {
        String current = CLEAR;
        try (Statement statement = side.connection.createStatement()) {
            side.connection.setAutoCommit(true);
            statement.execute("RESET ALL");
            statement.execute(CLEAR);
            for (SqlStatement part : StatementSplitter.split(sql, 1)) {
                current = part.text();
                execute(statement, current);
            }
            statement.execute("RESET ALL");
        } catch (SQLException e) {
            throw new IllegalStateException(current, e);
        }
    }

    private static void execute(Statement statement, String sql) throws SQLException {
        while (true) {
            try {
                statement.execute(sql);
                return;
            } catch (SQLException e) {
                Matcher missing = MISSING_ROLE.matcher(String.valueOf(e.getMessage()));
                if (!missing.find()) {
                    throw e;
                }
                statement.execute("CREATE ROLE " + Identifiers.quote(missing.group(1)));
            }
        }
    }

    /** Fills the database that is changed. */
    public void fill(String rows) {
        try (Statement statement = real.connection.createStatement()) {
            for (SqlStatement part : StatementSplitter.split(rows, 1)) {
                statement.execute(part.text());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(rows, e);
        }
    }

    /** Compares, upgrades and downgrades, and reports where the invariant is violated. */
    public Outcome hold(DiffSettings settings) {
        return hold(settings, false);
    }

    /**
     * The same up to what a mapping of classes does not state: nothing is found again, and the old schema comes back.
     */
    public Outcome holdMapping(DiffSettings settings) {
        DatabaseSchema old = real.read();
        String oldDump = dump.of(real.database);
        Difference difference = new SchemaDiff(settings).between(old, scratch.read());
        List<String> violations = new ArrayList<>();
        String failure = run(difference.upgrade());
        if (failure != null) {
            violations.add("the upgrade fails: " + failure);
            return new Outcome(difference, violations);
        }
        Difference again = new SchemaDiff(settings.withRenames(List.of())).between(real.read(), scratch.read());
        if (!again.isEmpty()) {
            violations.add("generated again: " + again.operations());
        }
        String downgradeSection = run(difference.downgrade());
        if (downgradeSection != null) {
            violations.add("the downgrade fails: " + downgradeSection);
        } else {
            compare("after the downgrade", old, oldDump, violations);
        }
        return new Outcome(difference, violations);
    }

    /** Compares, and goes up. */
    public Difference upgrade(DiffSettings settings) {
        Difference difference = new SchemaDiff(settings).between(real.read(), scratch.read());
        String failure = run(difference.upgrade());
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return difference;
    }

    /** Goes down, as {@link #upgrade} went up. */
    public void downgrade(Difference difference) {
        String failure = run(difference.downgrade());
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** The same, with an upgrade in steps that let others write meanwhile. */
    public Outcome holdSafely(DiffSettings settings) {
        return hold(settings, true);
    }

    /**
     * Compares, goes up and down, and keeps an eye on the rows. Where PostgreSQL has no statement for a difference, or
     * what the model does not know is kept, the upgraded schema is not the model's; all else holds then too.
     */
    public Outcome holdPair(DiffSettings plain) {
        DiffSettings settings = plain.withDefaultGrants(real.defaultGrants());
        dump.comparePrivileges(
                real.query(OWNERS).isEmpty() && scratch.query(OWNERS).isEmpty());
        DatabaseSchema old = real.read();
        DatabaseSchema wanted = scratch.read();
        String oldDump = dump.of(real.database);
        Rows rows = Rows.in(real.connection);
        Difference difference = new SchemaDiff(settings).between(old, wanted);
        List<String> violations = new ArrayList<>();
        String failure = run(difference.upgrade());
        if (failure != null) {
            return new Outcome(difference, List.of("the upgrade fails: " + failure));
        }
        if (difference.unsettled().isEmpty() && settings.dropUnknown()) {
            compare("after the upgrade", wanted, dump.of(scratch.database), violations);
        }
        violations.addAll(rows.lostIn(real.connection, "after the upgrade"));
        Difference again = new SchemaDiff(settings).between(real.read(), wanted);
        if (!again.isEmpty()) {
            violations.add("generated again: " + rendered(again.upgrade()));
        }
        String downgradeSection = run(difference.downgrade());
        if (downgradeSection != null) {
            violations.add("the downgrade fails: " + downgradeSection);
        } else {
            if (difference.unsettled().stream().noneMatch(sentence -> sentence.startsWith("The downgrade"))) {
                compare("after the downgrade", old, oldDump, violations);
            }
            if (!losesData(difference.upgrade())) {
                violations.addAll(rows.lostIn(real.connection, "after the downgrade"));
            }
        }
        return new Outcome(difference, violations);
    }

    private static boolean losesData(List<AnnotatedOperation> changes) {
        return changes.stream()
                .flatMap(change -> change.notes().stream())
                .anyMatch(note -> note.startsWith("Data loss"));
    }

    private static List<String> rendered(List<AnnotatedOperation> changes) {
        SqlRenderer renderer = SqlRenderer.of(new ServerVersion(version()));
        return changes.stream()
                .flatMap(change -> renderer.render(change.operation()).stream())
                .toList();
    }

    private Outcome hold(DiffSettings settings, boolean safely) {
        DatabaseSchema old = real.read();
        DatabaseSchema wanted = scratch.read();
        String oldDump = dump.of(real.database);
        Difference found = new SchemaDiff(settings).between(old, wanted);
        Difference difference = safely ? safe(found, old) : found;
        List<String> violations = new ArrayList<>();
        String failure = run(difference.upgrade());
        if (failure != null) {
            violations.add("the upgrade fails: " + failure);
            return new Outcome(difference, violations);
        }
        compare("after the upgrade", wanted, dump.of(scratch.database), violations);
        Difference again = new SchemaDiff(settings.withRenames(List.of())).between(real.read(), wanted);
        if (!again.isEmpty()) {
            violations.add("generated again: " + again.operations());
        }
        String downgradeSection = run(difference.downgrade());
        if (downgradeSection != null) {
            violations.add("the downgrade fails: " + downgradeSection);
        } else {
            compare("after the downgrade", old, oldDump, violations);
        }
        return new Outcome(difference, violations);
    }

    private static Difference safe(Difference found, DatabaseSchema old) {
        List<AnnotatedOperation> upgrade =
                SafeUpgrade.of(new ServerVersion(version()), old).of(found.upgrade());
        return new Difference(upgrade, found.downgrade(), found.unknown(), found.unsettled());
    }

    /** What a child table declares beside its parents is not compared: no statement of PostgreSQL reverses that. */
    private void compare(String when, DatabaseSchema wanted, String wantedDump, List<String> violations) {
        DatabaseSchema there = unordered(real.read());
        DatabaseSchema undeclared = undeclared(there);
        if (!undeclared.equals(undeclared(unordered(wanted)))) {
            violations.add(when + " the reader sees\n"
                    + Lines.difference(
                            undeclared.toString(), undeclared(unordered(wanted)).toString()));
        }
        String dumped = dump.of(real.database);
        boolean declared = !there.equals(undeclared) || !unordered(wanted).equals(undeclared(unordered(wanted)));
        if (!declared && !dumped.equals(wantedDump)) {
            violations.add(when + " pg_dump prints\n" + Lines.difference(dumped, wantedDump));
        }
    }

    /** {@return the schema as if no column were declared that a parent has too} */
    private static DatabaseSchema undeclared(DatabaseSchema schema) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withColumns(table.columns().stream()
                        .map(column -> inherited(schema, table, column))
                        .toList()))
                .toList());
    }

    private static Column inherited(DatabaseSchema schema, Table table, Column column) {
        boolean inherited = schema.tables().stream()
                .anyMatch(parent -> table.inherits().contains(parent.name())
                        && parent.column(column.name()).isPresent());
        return !inherited
                ? column
                : new Column(
                        column.name(),
                        column.type(),
                        column.collation(),
                        column.notNull(),
                        column.value(),
                        column.storage(),
                        column.compression(),
                        column.statistics(),
                        column.options(),
                        true,
                        column.grants(),
                        column.comment());
    }

    /** Runs what a script says, part by part. */
    private @Nullable String run(List<AnnotatedOperation> changes) {
        String current = "";
        Connection connection = real.connection;
        try (Statement statement = connection.createStatement()) {
            for (ScriptPart part : parts(changes)) {
                connection.setAutoCommit(part.autocommit());
                for (SqlStatement sql : part.statements()) {
                    current = sql.text();
                    statement.execute(current);
                }
                connection.setAutoCommit(true);
            }
            return null;
        } catch (SQLException e) {
            rollback(connection);
            return current + ": " + e.getMessage();
        }
    }

    private static List<ScriptPart> parts(List<AnnotatedOperation> changes) {
        String section = new SqlScriptWriter(SqlRenderer.of(new ServerVersion(version())))
                .section(changes.stream()
                        .map(change -> new RenderedOperation(change.operation(), change.notes()))
                        .toList());
        String script =
                "-- revision: x\n\n-- migrate: upgrade\n" + section + "\n-- migrate: downgrade\n-- migrate: nothing\n";
        return ScriptLoader.parse("x.sql", script).upgrade();
    }

    private static void rollback(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL chooses the key that a foreign key uses, by the order in which keys were created. */
    private static DatabaseSchema unordered(DatabaseSchema schema) {
        return schema.withDependencies(schema.dependencies().stream()
                        .filter(dependency -> !dependency.isUseOfKey())
                        .toList())
                .withTables(schema.tables().stream().map(Invariant::unordered).toList());
    }

    private static Table unordered(Table table) {
        return table.withColumns(table.columns().stream()
                .sorted(Comparator.comparing(Column::name))
                .toList());
    }

    @Override
    public void close() {
        real.close();
        scratch.close();
    }
}
