/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs programs and times them from before they start until they have ended. */
final class Commands {

    private final Path log;

    /**
     * Prepares to run programs.
     *
     * @param log takes what the last one printed
     */
    Commands(Path log) {
        this.log = log;
    }

    /** Runs a jar on the Java that runs the benchmarks, with no options. */
    Duration timeJava(Path jar, List<String> arguments) throws IOException, InterruptedException {
        return timeJava(List.of(), jar, arguments);
    }

    /** Runs a jar on the Java that runs the benchmarks. */
    Duration timeJava(List<String> options, Path jar, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return time(command);
    }

    /**
     * Runs a program.
     *
     * @throws IllegalStateException with its output, when it fails
     */
    Duration time(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder program =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        long startedAt = System.nanoTime();
        int status = program.start().waitFor();
        Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
        if (status != 0) {
            throw new IllegalStateException(command + " ended with " + status + ":\n" + output());
        }
        return took;
    }

    /** {@return what a program prints to its output, whatever its exit status: linters have one for findings} */
    String outputOf(List<String> command) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        program.waitFor();
        return output;
    }

    /** {@return what the last program printed} */
    String output() throws IOException {
        return Files.readString(log);
    }
}
