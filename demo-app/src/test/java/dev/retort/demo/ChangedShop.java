/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.test.JavaCommand;
import dev.retort.test.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A copy of the demo for editing entities and running commands in separate processes. */
final class ChangedShop {

    static final String MIGRATIONS = "src/main/resources/db/migrations";

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final String ENTITIES = "dev/retort/demo/shop";

    private final Path folder;
    private final TestDatabase database;

    private ChangedShop(Path folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** The result of a command: its exit status and its output. */
    record Result(int status, String printed) {}

    static ChangedShop in(Path folder, TestDatabase database) throws IOException {
        copy(CLASSES, folder.resolve("classes"));
        copy(SOURCES.resolve(ENTITIES), folder.resolve(ENTITIES));
        copy(Path.of(MIGRATIONS), folder.resolve(MIGRATIONS));
        return new ChangedShop(folder, database);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** The script location of this shop, for {@code retort.locations}. */
    String location() {
        return "filesystem:" + folder.resolve(MIGRATIONS);
    }

    /** Replaces a text that occurs once in a class, which is named with its sub-package and a slash, if it has one. */
    ChangedShop edit(String type, String old, String replacement) throws IOException {
        Path file = source(type);
        String text = Files.readString(file);
        assertThat(text.split(Pattern.quote(old), -1)).as(old).hasSize(2);
        Files.writeString(file, text.replace(old, replacement));
        return this;
    }

    /** Adds a class. */
    ChangedShop add(String type, String text) throws IOException {
        Files.writeString(source(type), text);
        return this;
    }

    private Path source(String type) {
        return folder.resolve(ENTITIES).resolve(type + ".java");
    }

    /** Compiles the entities again. */
    void build() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-proc:none",
                "-parameters",
                "-d",
                folder.resolve("classes").toString(),
                "-cp",
                classPath()));
        try (Stream<Path> sources = Files.walk(folder.resolve(ENTITIES))) {
            sources.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private String classPath() {
        Path own = CLASSES.toAbsolutePath();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry ->
                        Path.of(entry).equals(own) ? folder.resolve("classes").toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs {@code migrations} with arguments, as the packaged application does. */
    Result migrations(String... arguments) throws IOException {
        List<String> line = JavaCommand.with(
                classPath(),
                DemoApplication.class.getName(),
                "--retort.locations=filesystem:" + MIGRATIONS,
                "--retort.file-template={rev}",
                "migrations");
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "POSTGRES_HOST", "localhost",
                        "POSTGRES_PORT", String.valueOf(database.port()),
                        "POSTGRES_DB", database.name(),
                        "POSTGRES_USER", database.user()));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), printed);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the script of a revision without its header} */
    String script(String id) throws IOException {
        String text = Files.readString(folder.resolve(MIGRATIONS).resolve(id + ".sql"));
        return text.substring(text.indexOf("-- migrate: upgrade"));
    }
}
