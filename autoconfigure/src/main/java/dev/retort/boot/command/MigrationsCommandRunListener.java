/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import dev.retort.cli.CommandLineInterface;
import dev.retort.cli.output.Output;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Runs a command instead of the application if the first non-option argument is {@code migrations}, and ends the
 * process with the command's exit status before any runner of the application is called.
 *
 * <p>While the application context starts, standard output is redirected to standard error, so that log output does
 * not mix with the command's answer.
 */
final class MigrationsCommandRunListener implements SpringApplicationRunListener {

    private final @Nullable List<String> command;
    private final PrintStream answers;
    private final CommandContext commandContext = new CommandContext();

    MigrationsCommandRunListener(SpringApplication application, String[] arguments) {
        // Not for a parent context or another application of the same process.
        boolean isMain = application.getMainApplicationClass() != null
                && ClassUtils.isPresent("dev.retort.cli.CommandLineInterface", application.getClassLoader());
        this.command = isMain ? InAppArguments.command(arguments).orElse(null) : null;
        this.answers = System.out;
    }

    @Override
    public void starting(ConfigurableBootstrapContext context) {
        if (command == null) {
            return;
        }
        System.setOut(System.err);
        // Read before the environment is available; set it for debugging.
        if (System.getProperty("logging.threshold.console") == null) {
            System.setProperty("logging.threshold.console", "warn");
        }
    }

    @Override
    public void environmentPrepared(ConfigurableBootstrapContext context, ConfigurableEnvironment environment) {
        if (command != null) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "migrationsCommand",
                            CommandProperties.of(environment, Path.of("").toAbsolutePath())));
        }
    }

    @Override
    public void contextPrepared(ConfigurableApplicationContext context) {
        if (command != null) {
            context.addBeanFactoryPostProcessor(commandContext);
        }
    }

    @Override
    public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
        if (command == null) {
            return;
        }
        CommandLineInterface commands = new CommandLineInterface(
                new InAppCommand(context, commandContext.deferredBeans()), writer(answers), writer(System.err));
        int status = commands.run(command.toArray(String[]::new));
        context.close();
        exit(status);
    }

    @Override
    public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
        if (command == null) {
            return;
        }
        new Output(writer(System.err))
                .failure(
                        "Could not start the application context for this command. " + innermost(exception)
                                + " Fix the configuration, or use the stand-alone commands.",
                        command.contains("-v") || command.contains("--verbose") ? exception : null);
        exit(1);
    }

    private static String innermost(Throwable error) {
        Throwable innermost = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        return Optional.ofNullable(innermost.getMessage()).orElseGet(innermost::toString);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static void exit(int status) {
        System.exit(status);
    }
}
