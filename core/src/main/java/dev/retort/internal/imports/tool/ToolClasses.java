/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.tool;

import dev.retort.error.RetortException;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The classes of a tool that reads its migrations itself: those of the application, or of an installation. */
public final class ToolClasses implements AutoCloseable {

    private static final String MARK = "liquibase/changelog/DatabaseChangeLog.class";

    private final ClassLoader loader;
    private final @Nullable URLClassLoader own;

    private ToolClasses(ClassLoader loader, @Nullable URLClassLoader own) {
        this.loader = loader;
        this.own = own;
    }

    /**
     * Finds the classes of a tool.
     *
     * @param tool the tool
     * @param path an installation or a class path; {@code null} to look for it
     * @throws RetortException when they are not found
     */
    public static ToolClasses of(ImportTool tool, @Nullable String path) {
        ClassLoader application = applicationClasses();
        if (!tool.isCalled() || (path == null && application.getResource(MARK) != null)) {
            return new ToolClasses(application, null);
        }
        List<URL> jars = path == null
                ? installation(System.getenv()).map(ToolClasses::jars).orElse(List.of())
                : classPath(path);
        URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        if (loader.getResource(MARK) == null) {
            throw notFound(path);
        }
        return new ToolClasses(loader, loader);
    }

    private static ClassLoader applicationClasses() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? ToolClasses.class.getClassLoader() : context;
    }

    /** {@return the folder of the installation that an environment has; empty when it has none} */
    static Optional<Path> installation(Map<String, String> environment) {
        String home = environment.getOrDefault("LIQUIBASE_HOME", "");
        if (!home.isEmpty()) {
            return Optional.of(Path.of(home));
        }
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "liquibase"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(program -> real(program).resolveSibling(""));
    }

    private static Path real(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException e) {
            throw unreadable(program, e);
        }
    }

    private static List<URL> classPath(String path) {
        List<URL> urls = new ArrayList<>();
        for (String one : path.split(File.pathSeparator)) {
            Path entry = Path.of(one);
            if (Files.isDirectory(entry)) {
                urls.addAll(jars(entry));
            }
            urls.add(url(entry));
        }
        return urls;
    }

    /** {@return the jars of an installation, which has them in several folders} */
    private static List<URL> jars(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(ToolClasses::url)
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw unreadable(path, e);
        }
    }

    private static RetortException unreadable(Path path, IOException e) {
        return new RetortException(
                path + " cannot be read.", e.toString(), "Name the jars of Liquibase with --liquibase <path>.", e);
    }

    private static RetortException notFound(@Nullable String path) {
        return new RetortException(
                "Liquibase was not found" + (path == null ? "" : " in " + path) + "; nothing was written.",
                "Retort has Liquibase itself read the changelog, and ships none of it.",
                "Run the import with the class path of the application (mvn retort:import -Dretort.args=liquibase), or"
                        + " name an installation of Liquibase or its jars: --liquibase <path>.");
    }

    /** {@return the classes} */
    public ClassLoader loader() {
        return loader;
    }

    @Override
    public void close() {
        if (own != null) {
            try {
                own.close();
            } catch (IOException e) {
                throw new RetortException("The jars of Liquibase were not closed.", e.toString(), "Try again.", e);
            }
        }
    }
}
