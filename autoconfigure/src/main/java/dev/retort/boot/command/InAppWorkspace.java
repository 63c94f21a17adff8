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

/** The scripts and the database that an application's beans determine. */
final class InAppWorkspace implements Workspace {

    private final ConfigurableApplicationContext context;
    private final DeferredBeans deferredBeans;
    private final @Nullable String database;
    private @Nullable String address;
    private @Nullable SchemaModels models;

    /**
     * Creates the workspace of a database.
     *
     * @param context the beans
     * @param deferredBeans the beans that only a model needs
     * @param database the name under {@code retort.databases}; {@code null} for the only one
     */
    InAppWorkspace(ConfigurableApplicationContext context, DeferredBeans deferredBeans, @Nullable String database) {
        this.context = context;
        this.deferredBeans = deferredBeans;
        this.database = database;
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
