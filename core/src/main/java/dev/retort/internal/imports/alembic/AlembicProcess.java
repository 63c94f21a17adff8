/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.alembic;

import dev.retort.error.RetortException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs the Python of a project, which has Alembic render all revisions. No database is connected to. */
final class AlembicProcess {

    private static final int NO_ALEMBIC = 3;
    private static final long MINUTES = 10;
    private static final int LINES = 3;

    private final AlembicProject project;

    AlembicProcess(AlembicProject project) {
        this.project = project;
    }

    /** {@return what the script writes} */
    String run() {
        List<Path> files = new ArrayList<>();
        try {
            for (String suffix : List.of(".py", ".out", ".log")) {
                files.add(Files.createTempFile("retort-alembic", suffix));
            }
            Files.writeString(files.get(0), script());
            for (String python : project.pythons()) {
                if (succeeds(python, files)) {
                    return Files.readString(files.get(1));
                }
            }
            throw failed(
                    "no Alembic was found with " + String.join(", ", project.pythons()) + ".",
                    "Retort has Alembic itself render the revisions. Name the Python of the project, or its virtual"
                            + " environment: --python <path>.");
        } catch (IOException e) {
            throw failed("a file of the exchange with Python cannot be used: " + e, "Check java.io.tmpdir.");
        } finally {
            delete(files);
        }
    }

    private boolean succeeds(String python, List<Path> files) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(python, files.get(0).toString(), files.get(1).toString(), project.ini(), project.toml()));
        project.options().forEach((name, value) -> command.add(name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(files.get(2).toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return false;
        }
        process.getOutputStream().close();
        int status = await(process);
        if (status != 0 && status != NO_ALEMBIC) {
            throw failed(
                    lastLines(files.get(2)),
                    "`alembic upgrade head --sql` has to work in " + project.folder()
                            + ": env.py may need variables or a URL, such as --set sqlalchemy.url=postgresql://.");
        }
        return status == 0;
    }

    private static int await(Process process) {
        try {
            if (process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
            throw failed(
                    "Alembic did not end within " + MINUTES + " minutes.",
                    "env.py may wait for a database: have it render offline.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("the import was interrupted.", "Run it again.");
        } finally {
            process.destroyForcibly();
        }
    }

    /** A failure may show the URL of the project. */
    private static String lastLines(Path log) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("INFO "))
                .toList();
        String text = String.join(" ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        return text.replaceAll("://[^/@\\s]*@", "://***@");
    }

    private static String script() throws IOException {
        try (InputStream script = AlembicProcess.class.getResourceAsStream("export.py")) {
            if (script == null) {
                throw new IllegalStateException("The jar has no export.py");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static RetortException failed(String why, String action) {
        return new RetortException(
                "The revisions of Alembic were not imported; nothing was written.",
                why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1),
                action);
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
