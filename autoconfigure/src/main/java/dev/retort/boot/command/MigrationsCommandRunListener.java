/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Runs a command instead of the application if the first non-option argument is {@code migrations}. Otherwise it does
 * nothing, and loads no class of the commands.
 */
final class MigrationsCommandRunListener implements SpringApplicationRunListener {

    private final @Nullable CommandRun command;

    MigrationsCommandRunListener(SpringApplication application, String[] arguments) {
        Optional<List<String>> words = InAppArguments.command(arguments);
        this.command = words.isPresent() && isMain(application) ? new CommandRun(words.get()) : null;
    }

    /** Not for a parent context or another application of the same process. */
    private static boolean isMain(SpringApplication application) {
        return application.getMainApplicationClass() != null
                && ClassUtils.isPresent("dev.retort.cli.CommandLineInterface", application.getClassLoader());
    }

    @Override
    public void starting(ConfigurableBootstrapContext context) {
        if (command != null) {
            command.starting();
        }
    }

    @Override
    public void environmentPrepared(ConfigurableBootstrapContext context, ConfigurableEnvironment environment) {
        if (command != null) {
            command.prepare(environment);
        }
    }

    @Override
    public void contextPrepared(ConfigurableApplicationContext context) {
        if (command != null) {
            command.prepare(context);
        }
    }

    @Override
    public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
        if (command != null) {
            command.run(context);
        }
    }

    @Override
    public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
        if (command != null) {
            command.failed(exception);
        }
    }
}
