/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.cli.author.Origin;
import dev.retort.cli.output.ExitStatus;
import dev.retort.cli.output.LogStream;
import dev.retort.cli.output.Output;
import dev.retort.cli.output.ProcessTexts;
import dev.retort.cli.standalone.StandaloneCommand;
import dev.retort.error.RetortException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The stand-alone program. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process with its exit status.
     *
     * @param arguments the command with its options
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        quietLog();
        StandaloneCommand root =
                new StandaloneCommand(environment(err), Path.of("").toAbsolutePath());
        System.exit(new CommandLineInterface(root, out, err, Origin.system()).run(arguments));
    }

    private static Map<String, String> environment(PrintWriter err) {
        try {
            return ProcessTexts.ofProcess().environment(System.getenv());
        } catch (RetortException e) {
            new Output(err).failure(String.valueOf(e.getMessage()), null);
            System.exit(ExitStatus.FAILED);
            throw e;
        }
    }

    /** Warnings go to standard error; a command prints its own output. */
    private static void quietLog() {
        System.setErr(new LogStream(System.err));
        String prefix = "org.slf4j.simpleLogger.";
        System.setProperty(prefix + "defaultLogLevel", System.getProperty(prefix + "defaultLogLevel", "warn"));
        System.setProperty(prefix + "showThreadName", "false");
        System.setProperty(prefix + "showLogName", "false");
    }
}
