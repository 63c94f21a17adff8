/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import dev.retort.cli.CommandLineInterface;
import dev.retort.cli.output.Output;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A command that an application runs instead of itself. Ends the process with the command's exit status before any
 * runner of the application is called.
 *
 * <p>While the application context starts, standard output is redirected to standard error, so that log output does
 * not mix with the command's answer.
 */
final class CommandRun {

    private final List<String> words;
    private final PrintStream answers = System.out;
    private final CommandContext commandContext = new CommandContext();

    /**
     * Creates the run of a command.
     *
     * @param words the command and its arguments
     */
    CommandRun(List<String> words) {
        this.words = words;
    }

    void starting() {
        System.setOut(System.err);
        // Read before the environment is available; set it for debugging.
        if (System.getProperty("logging.threshold.console") == null) {
            System.setProperty("logging.threshold.console", "warn");
        }
    }

    void prepare(ConfigurableEnvironment environment) {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "migrationsCommand",
                        CommandProperties.of(environment, Path.of("").toAbsolutePath())));
    }

    void prepare(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(commandContext);
    }

    void run(ConfigurableApplicationContext context) {
        CommandLineInterface commands = CommandLineInterface.inApp(
                database -> new InAppWorkspace(context, commandContext.deferredBeans(), database),
                writer(answers),
                writer(System.err));
        int status = commands.run(words.toArray(String[]::new));
        context.close();
        System.exit(status);
    }

    void failed(Throwable exception) {
        new Output(writer(System.err))
                .failure(
                        "Could not start the application context for this command. " + innermost(exception)
                                + " Fix the configuration, or use the stand-alone commands.",
                        isVerbose() ? exception : null);
        System.exit(1);
    }

    private boolean isVerbose() {
        return words.contains("-v") || words.contains("--verbose");
    }

    private static String innermost(Throwable error) {
        Throwable innermost = error;
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        return Optional.ofNullable(innermost.getMessage()).orElseGet(innermost::toString);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
