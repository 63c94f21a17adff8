/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A process of the application for one command, on Maven's console: prompts, colors and editors work as without Maven.
 * When Maven stops, it stops the process and waits for it.
 *
 * @param application the application
 * @param directory its working directory
 * @param java the executable
 * @param jvmArguments arguments of the virtual machine
 */
record CommandProcess(Application application, Path directory, String java, List<String> jvmArguments) {

    private static final int WRONG_USAGE = 2;

    /**
     * Runs the application.
     *
     * @param arguments its arguments
     * @return its exit status
     */
    int run(List<String> arguments) throws MojoExecutionException {
        try {
            Process process = new ProcessBuilder(commandLine(arguments))
                    .directory(directory.toFile())
                    .inheritIO()
                    .start();
            Thread stop = new Thread(() -> stop(process), "retort-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(stop);
            return status;
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The application cannot be started in " + directory + ". " + e.getMessage()
                            + ". Check retort.workingDirectory and the Java installation.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The build was interrupted while the command ran.", e);
        }
    }

    /** {@return the meaning of an exit status} */
    static String meaning(int status) {
        return status == WRONG_USAGE ? "wrong usage" : "failure or no";
    }

    private List<String> commandLine(List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(java);
        // C2 does not pay off for a short command; and DevTools would start the application twice.
        line.add("-XX:TieredStopAtLevel=1");
        line.add("-Dspring.devtools.restart.enabled=false");
        line.addAll(jvmArguments);
        line.add("@" + argumentFile());
        line.add(application.mainClass());
        line.addAll(arguments);
        return line;
    }

    /** An argument file avoids the length limit of command lines. */
    private Path argumentFile() throws IOException {
        Path folder = Files.createDirectories(application.buildDirectory().resolve("retort"));
        String classPath = String.join(File.pathSeparator, application.classPath());
        String quoted = classPath.replace("\\", "\\\\").replace("\"", "\\\"");
        return Files.writeString(folder.resolve("class-path.args"), "-cp \"" + quoted + "\"\n");
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
