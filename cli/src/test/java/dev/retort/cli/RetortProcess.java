/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stand-alone program in a separate process, started by a shell so that its output can be redirected. */
final class RetortProcess {

    private final Path directory;
    private final Map<String, String> environment = new LinkedHashMap<>();

    RetortProcess(Path directory) {
        this.directory = directory;
    }

    RetortProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /**
     * Runs it.
     *
     * @param shell a command of the shell in which {@code retort} is the program
     */
    Shell.Result run(String shell) {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String program = "retort() { '" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
                + System.getProperty("java.class.path") + "' dev.retort.cli.Main \"$@\"; }\n";
        List<String> words = new ArrayList<>(List.of("bash", "-c", program + shell));
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("POSTGRES_") || name.startsWith("RETORT_"));
        builder.environment().putAll(environment);
        Path err = directory.resolve("standard-error");
        builder.redirectError(err.toFile());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            return new Shell.Result(status, out, Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
