/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.command;

import dev.retort.Retort;
import dev.retort.boot.datasource.MigrationDataSources;
import dev.retort.boot.datasource.ServerAddresses;
import dev.retort.boot.model.ApplicationModels;
import dev.retort.cli.author.Workspace;
import dev.retort.diff.DifferenceCustomizer;
import dev.retort.error.RetortException;
import dev.retort.event.MigrationListener;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.scratch.SchemaModels;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.author.WorkspaceScripts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the in-app commands: the application's beans determine the database and the scripts. */
@Command(
        name = "migrations",
        description = "Migrates the databases of this application.",
        synopsisSubcommandLabel = "<command>",
        footer = {
            "",
            "Write options of the application, such as --spring.profiles.active=..., before the word migrations.",
            "Exit status: 0 success or yes, 1 failure or no, 2 wrong usage."
        })
final class InAppCommand implements Workspace {

    private final ConfigurableApplicationContext context;
    private final DeferredBeans deferredBeans;

    @Option(
            names = "--database",
            scope = ScopeType.INHERIT,
            paramLabel = "<name>",
            description = "The name of the database under retort.databases, if there are several.")
    private @Nullable String database;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it.
    private boolean help;

    private @Nullable String address;
    private @Nullable SchemaModels models;

    InAppCommand(ConfigurableApplicationContext context, DeferredBeans deferredBeans) {
        this.context = context;
        this.deferredBeans = deferredBeans;
    }

    private Retort retort() {
        Map<String, Retort> byName = new TreeMap<>();
        context.getBeanProvider(Retort.class)
                .forEach(retort -> byName.put(retort.settings().name(), retort));
        Retort chosen = database == null && byName.size() == 1
                ? byName.values().iterator().next()
                : byName.get(database == null ? "" : database);
        if (chosen == null) {
            throw new RetortException(
                    database == null ? "No database is selected." : "Unknown database " + database + ".",
                    byName.isEmpty()
                            ? "The application has no DataSource for Retort to migrate."
                            : "The databases are " + String.join(", ", byName.keySet()) + ".",
                    byName.isEmpty() ? "Set spring.datasource.url or retort.url." : "Name one with --database.");
        }
        return chosen;
    }

    @Override
    public List<RevisionScript> scripts() {
        return retort().scripts();
    }

    @Override
    public Retort retort(List<MigrationListener> listeners) {
        return retort().with(listeners);
    }

    /**
     * This needs the beans of JPA again: Hibernate is configured not to change the schema.
     */
    @Override
    public SchemaModels models() {
        if (models == null) {
            deferredBeans.restore((BeanDefinitionRegistry) context.getBeanFactory());
            models = new SchemaModels(new ApplicationModels(context).all());
        }
        return models;
    }

    @Override
    public List<DifferenceCustomizer> customizers() {
        return new CustomizerBeans(context).all();
    }

    @Override
    public @Nullable ServerAddress server() {
        MigrationDataSources dataSources =
                context.getBeanProvider(MigrationDataSources.class).getIfAvailable();
        return dataSources == null
                ? null
                : new ServerAddresses(dataSources).of(retort().settings().name());
    }

    @Override
    public WorkspaceScripts sources() {
        return retort().authoring().sources(Path.of("").toAbsolutePath());
    }

    @Override
    public Map<String, String> environment() {
        return System.getenv();
    }

    /** The application's configuration contains the address of the database. */
    @Override
    public boolean readsEnvFile() {
        return false;
    }

    /** A pool keeps the connection for the facade. */
    @Override
    public void checkConnection() {
        address = retort().address();
    }

    @Override
    public String describe() {
        return address == null ? "database " + retort().settings().name() : address;
    }
}
