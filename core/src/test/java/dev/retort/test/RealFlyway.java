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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Flyway itself, in a separate class loader: what a build that does not know Retort does to a database. The jars are
 * those that the build of core copies to {@code target/flyway/<version>}.
 */
public final class RealFlyway implements AutoCloseable {

    /** The version of Spring Boot, and the newest. */
    public static final List<String> VERSIONS = List.of("12.4.0", "13.12.2");

    private final URLClassLoader loader;
    private final Map<String, String> configuration = new LinkedHashMap<>();
    private final TestDatabase database;

    /**
     * Creates a Flyway.
     *
     * @param version the version
     * @param database the database
     * @param folder the folder of migrations
     */
    public RealFlyway(String version, TestDatabase database, Path folder) {
        this.loader = loader(version);
        this.database = database;
        with("locations", "filesystem:" + folder);
        with("failOnMissingLocations", "true");
    }

    private static URLClassLoader loader(String version) {
        Path jars = Path.of("..", "core", "target", "flyway", version);
        try (Stream<Path> found = Files.list(jars)) {
            List<URL> urls = new ArrayList<>();
            for (Path jar : found.sorted().toList()) {
                urls.add(url(jar));
            }
            urls.add(org.postgresql.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation());
            return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException("Flyway " + version + " is not in " + jars.toAbsolutePath(), e);
        }
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    /** Sets a setting, without Flyway's prefix. */
    public RealFlyway with(String setting, String value) {
        configuration.put("flyway." + setting, value);
        return this;
    }

    /** Runs what is pending. */
    public RealFlyway migrate() {
        return call("migrate");
    }

    /** Repairs the history. */
    public RealFlyway repair() {
        return call("repair");
    }

    /** Writes the baseline. */
    public RealFlyway baseline() {
        return call("baseline");
    }

    private RealFlyway call(String method) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Object flyway = flyway();
            flyway.getClass().getMethod(method).invoke(flyway);
            return this;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Object flyway() throws ReflectiveOperationException {
        Class<?> type = loader.loadClass("org.flywaydb.core.Flyway");
        Object fluent = type.getMethod("configure", ClassLoader.class).invoke(null, loader);
        Method dataSource = fluent.getClass().getMethod("dataSource", DataSource.class);
        dataSource.invoke(fluent, database.dataSource());
        fluent.getClass().getMethod("configuration", Map.class).invoke(fluent, configuration);
        return fluent.getClass().getMethod("load").invoke(fluent);
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
