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
 * A run of the application for one command, on Maven's own console: prompts, colours and editors work as they do without
 * Maven. When Maven is stopped, the process is asked to stop too, and waited for.
 *
 * @param application what to start
 * @param directory where it works
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

    /** {@return what an exit status says} */
    static String meaning(int status) {
        return status == WRONG_USAGE ? "wrong usage" : "failed, or no";
    }

    private List<String> commandLine(List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(java);
        // A command is too short to be worth the second compiler; and DevTools would start the application twice.
        line.add("-XX:TieredStopAtLevel=1");
        line.add("-Dspring.devtools.restart.enabled=false");
        line.addAll(jvmArguments);
        line.add("@" + argumentFile());
        line.add(application.mainClass());
        line.addAll(arguments);
        return line;
    }

    /** A class path in a file is never too long for a command line. */
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
