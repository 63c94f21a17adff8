/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Liquibase itself, in a separate class loader: what a build that does not know Retort does to a database. The jars are
 * those that the build of core copies to {@code target/liquibase}.
 */
public final class RealLiquibase implements AutoCloseable {

    /** The last version under the Apache License, and that of Spring Boot, which is the newest. */
    public static final List<String> VERSIONS = List.of("4.33.0", "5.0.4");

    private static final Logger LOG = Logger.getLogger("liquibase");

    private final URLClassLoader loader;
    private final TestDatabase database;
    private final Path resources;
    private final Map<String, Object> settings = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private String contexts = "";
    private String schema = "";

    /**
     * Creates a Liquibase.
     *
     * @param version the version
     * @param database the database
     * @param resources the folder of resources
     */
    public RealLiquibase(String version, TestDatabase database, Path resources) {
        this.loader = loader(version);
        this.database = database;
        this.resources = resources;
        LOG.setLevel(Level.SEVERE);
        settings.put("liquibase.analytics.enabled", "false");
    }

    /** {@return the folders of the jars of a version} */
    public static List<Path> jars(String version) {
        Path folder = Path.of("..", "core", "target", "liquibase");
        return List.of(folder.resolve(version), folder.resolve("libraries"));
    }

    /** {@return a class loader with a version, which a test closes} */
    public static URLClassLoader loader(String version) {
        List<URL> urls = new ArrayList<>();
        for (Path folder : jars(version)) {
            try (Stream<Path> found = Files.list(folder)) {
                for (Path jar : found.sorted().toList()) {
                    urls.add(url(jar));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Liquibase is not in " + folder.toAbsolutePath(), e);
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    /** {@return the class loader} */
    public ClassLoader classes() {
        return loader;
    }

    /** Sets a setting with its full name. */
    public RealLiquibase with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Sets a parameter of the changelog. */
    public RealLiquibase withParameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** Runs only these contexts. */
    public RealLiquibase withContexts(String value) {
        contexts = value;
        return this;
    }

    /** Sets the default schema. */
    public RealLiquibase withSchema(String value) {
        schema = value;
        return this;
    }

    /** Runs what is pending. */
    public RealLiquibase update() {
        return inScope(liquibase -> call(liquibase, "update", contexts));
    }

    /** Runs the next change sets. */
    public RealLiquibase update(int count) {
        return inScope(liquibase -> liquibase
                .getClass()
                .getMethod("update", int.class, String.class)
                .invoke(liquibase, count, contexts));
    }

    /** Records what is pending as run. */
    public RealLiquibase sync() {
        return inScope(liquibase -> call(liquibase, "changeLogSync", contexts));
    }

    /** Deletes the recorded checksums. */
    public RealLiquibase clearCheckSums() {
        return inScope(
                liquibase -> liquibase.getClass().getMethod("clearCheckSums").invoke(liquibase));
    }

    @FunctionalInterface
    private interface Work {
        Object with(Object liquibase) throws ReflectiveOperationException;
    }

    private RealLiquibase inScope(Work work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try (Connection connection = database.connect()) {
            Class<?> scope = loader.loadClass("liquibase.Scope");
            Map<String, Object> values = new HashMap<>(settings);
            values.put(
                    "ui",
                    loader.loadClass("liquibase.ui.LoggerUIService")
                            .getConstructor()
                            .newInstance());
            Object id = scope.getMethod("enter", Map.class).invoke(null, values);
            try {
                work.with(liquibase(connection));
            } finally {
                scope.getMethod("exit", String.class).invoke(null, id);
            }
            return this;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException | java.sql.SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Object liquibase(Connection connection) throws ReflectiveOperationException {
        Object files = loader.loadClass("liquibase.resource.DirectoryResourceAccessor")
                .getConstructor(Path.class)
                .newInstance(resources);
        Object jdbc = loader.loadClass("liquibase.database.jvm.JdbcConnection")
                .getConstructor(Connection.class)
                .newInstance(connection);
        Object factory = loader.loadClass("liquibase.database.DatabaseFactory")
                .getMethod("getInstance")
                .invoke(null);
        Object own = factory.getClass()
                .getMethod(
                        "findCorrectDatabaseImplementation", loader.loadClass("liquibase.database.DatabaseConnection"))
                .invoke(factory, jdbc);
        if (!schema.isEmpty()) {
            call(own, "setDefaultSchemaName", schema);
        }
        Object liquibase = loader.loadClass("liquibase.Liquibase")
                .getConstructor(
                        String.class,
                        loader.loadClass("liquibase.resource.ResourceAccessor"),
                        loader.loadClass("liquibase.database.Database"))
                .newInstance(LiquibaseProject.CHANGELOG, files, own);
        Class<?> summary = loader.loadClass("liquibase.UpdateSummaryEnum");
        liquibase
                .getClass()
                .getMethod("setShowSummary", summary)
                .invoke(liquibase, summary.getMethod("valueOf", String.class).invoke(null, "OFF"));
        Method set = liquibase.getClass().getMethod("setChangeLogParameter", String.class, Object.class);
        for (Map.Entry<String, String> one : parameters.entrySet()) {
            set.invoke(liquibase, one.getKey(), one.getValue());
        }
        return liquibase;
    }

    private static Object call(Object target, String method, String argument) throws ReflectiveOperationException {
        return target.getClass().getMethod(method, String.class).invoke(target, argument);
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
