/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An executable jar that ran in a process.
 *
 * @param status its exit status
 * @param out its standard output
 * @param err its standard error
 */
public record JarProcess(int status, String out, String err) {

    /**
     * Runs a jar to its end.
     *
     * @param jar the jar
     * @param folder the working directory
     * @param environment variables beside those of the tests
     * @param arguments the arguments
     */
    public static JarProcess run(Path jar, Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(JavaCommand.program()));
        line.addAll(JavaCommand.SHORT_LIVED);
        line.addAll(List.of("-jar", jar.toString()));
        line.addAll(arguments);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        return new JarProcess(status, Files.readString(out), Files.readString(err));
    }
}
