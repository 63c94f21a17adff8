/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.liquibase.Reflected.LiquibaseFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A scope of the project's Liquibase: its settings, its log and the folders in which it finds files. */
final class LiquibaseSession implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("liquibase");

    private final Reflected liquibase;
    private final LiquibaseSettings settings;
    private final Object files;
    private final Deque<Object> scopes = new ArrayDeque<>();
    private final @Nullable Level levelBefore = LOG.getLevel();
    private final ClassLoader classesBefore = Thread.currentThread().getContextClassLoader();

    private LiquibaseSession(ClassLoader classes, LiquibaseSettings settings, List<Path> roots)
            throws LiquibaseFailure {
        this.liquibase = new Reflected(classes);
        this.settings = settings;
        Thread.currentThread().setContextClassLoader(classes);
        LOG.setLevel(Level.SEVERE);
        List<Object> accessors = new ArrayList<>();
        for (Path root : roots) {
            accessors.add(liquibase.create("resource.DirectoryResourceAccessor", root));
        }
        accessors.add(liquibase.create("resource.ClassLoaderResourceAccessor", classes));
        this.files = liquibase.create("resource.CompositeResourceAccessor", accessors);
        enter(values());
    }

    private void enter(Map<String, Object> values) throws LiquibaseFailure {
        scopes.push(liquibase.ofType("Scope", "enter", values));
    }

    /** A file of the sources is often in the class path too. */
    private Map<String, Object> values() throws LiquibaseFailure {
        Map<String, Object> values = new HashMap<>();
        values.put("resourceAccessor", files);
        values.put("ui", liquibase.create("ui.LoggerUIService"));
        values.put("liquibase.duplicateFileMode", "SILENT");
        values.put("liquibase.analytics.enabled", "false");
        values.put("liquibase.databaseChangelogTableName", settings.table());
        return values;
    }

    /**
     * Opens a session.
     *
     * @param classes the class path with Liquibase
     * @param settings the settings of the project
     * @param roots the folders from which files are named
     */
    static LiquibaseSession open(ClassLoader classes, LiquibaseSettings settings, List<Path> roots) {
        try {
            return new LiquibaseSession(classes, settings, roots);
        } catch (LiquibaseFailure e) {
            throw failed(e);
        }
    }

    static RetortException failed(LiquibaseFailure failure) {
        return new RetortException(
                "The changelog was not imported; nothing was written.",
                "Liquibase answered: " + failure.getMessage(),
                "Check that Liquibase itself reads it (liquibase validate). Classes and files of the application are found"
                        + " when the import runs with its class path: mvn retort:import.",
                failure);
    }

    Reflected liquibase() {
        return liquibase;
    }

    LiquibaseSettings settings() {
        return settings;
    }

    /** {@return a database that is not there, the current one from here on, for which Liquibase writes SQL} */
    Object offlineDatabase() throws LiquibaseFailure {
        try {
            Path history = Files.createTempDirectory("retort-liquibase").resolve("databasechangelog.csv");
            String url = "offline:postgresql?version=" + settings.serverVersion()
                    + "&outputLiquibaseSql=none&changeLogFile=" + history;
            Object factory = liquibase.ofType("database.DatabaseFactory", "getInstance");
            Object database = Reflected.call(factory, "openDatabase", url, null, null, null, files);
            // Checksums leave out what is for other databases than the current one.
            enter(Map.of("database", database));
            return database;
        } catch (IOException e) {
            throw new LiquibaseFailure(e);
        }
    }

    /** {@return the changelog with all that it includes} */
    Object changelog(Object database) throws LiquibaseFailure {
        Object parameters = liquibase.create("changelog.ChangeLogParameters", database);
        setParameters(parameters);
        Object factory = liquibase.ofType("parser.ChangeLogParserFactory", "getInstance");
        String file = settings.changelog();
        Object parser = Reflected.call(factory, "getParser", file, files);
        return Reflected.call(parser, "parse", file, parameters, files);
    }

    private void setParameters(Object parameters) throws LiquibaseFailure {
        Reflected.ask(parameters, "setContexts", contexts());
        Reflected.ask(parameters, "setLabels", labels());
        for (Map.Entry<String, String> one : settings.parameters().entrySet()) {
            Reflected.ask(parameters, "set", one.getKey(), one.getValue());
        }
    }

    /** Runs the changelog on a database, as the application would. */
    void update(Connection connection) throws LiquibaseFailure {
        Object factory = liquibase.ofType("database.DatabaseFactory", "getInstance");
        Object database = Reflected.call(
                factory,
                "findCorrectDatabaseImplementation",
                liquibase.create("database.jvm.JdbcConnection", connection));
        if (!settings.schema().isEmpty()) {
            Reflected.ask(database, "setDefaultSchemaName", settings.schema());
        }
        Object run = liquibase.create("Liquibase", settings.changelog(), files, database);
        setParameters(Reflected.call(run, "getChangeLogParameters"));
        Reflected.ask(run, "setShowSummary", liquibase.constant("UpdateSummaryEnum", "OFF"));
        Reflected.ask(run, "update", contexts(), labels());
    }

    Object contexts() throws LiquibaseFailure {
        return liquibase.create("Contexts", settings.contexts());
    }

    Object labels() throws LiquibaseFailure {
        return liquibase.create("LabelExpression", settings.labels());
    }

    @Override
    public void close() {
        try {
            while (!scopes.isEmpty()) {
                liquibase.run("Scope", "exit", scopes.pop());
            }
        } catch (LiquibaseFailure e) {
            throw failed(e);
        } finally {
            LOG.setLevel(levelBefore);
            Thread.currentThread().setContextClassLoader(classesBefore);
        }
    }
}
