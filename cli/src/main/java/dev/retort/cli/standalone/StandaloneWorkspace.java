/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.standalone;

import dev.retort.Retort;
import dev.retort.cli.author.Workspace;
import dev.retort.diff.DifferenceCustomizer;
import dev.retort.error.RetortException;
import dev.retort.event.MigrationListener;
import dev.retort.internal.jdbc.statement.DatabaseException;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.scratch.SchemaModels;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.author.WorkspaceScripts;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scripts and the database that options, environment and files determine. */
public final class StandaloneWorkspace implements Workspace {

    private final Map<String, String> options;
    private final Map<String, String> environment;
    private final Path directory;
    private final CheckedDataSource dataSource =
            new CheckedDataSource(() -> settings().address().dataSource());
    private @Nullable StandaloneSettings read;

    /**
     * Creates a workspace, which reads its settings when the first of them is needed.
     *
     * @param options the settings that have an option, by their names
     * @param environment the environment variables
     * @param directory the working directory
     */
    public StandaloneWorkspace(Map<String, String> options, Map<String, String> environment, Path directory) {
        this.options = options;
        this.environment = environment;
        this.directory = directory;
    }

    private StandaloneSettings settings() {
        if (read == null) {
            read = StandaloneSettings.read(options, environment, directory);
        }
        return read;
    }

    @Override
    public List<RevisionScript> scripts() {
        return retort(List.of()).scripts();
    }

    @Override
    public WorkspaceScripts sources() {
        return retort(List.of()).authoring().sources(directory);
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public Retort retort(List<MigrationListener> listeners) {
        return new Retort(settings().retort(), dataSource, StandaloneWorkspace.class.getClassLoader(), listeners);
    }

    @Override
    public void checkConnection() {
        try {
            dataSource.check();
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot connect to " + settings().address().inWords() + ":",
                    DatabaseException.reason(e).replace('\n', ' ') + ".",
                    settings().addressOrigin(),
                    e);
        }
    }

    @Override
    public SchemaModels models() {
        return new SchemaModels(List.of());
    }

    @Override
    public List<DifferenceCustomizer> customizers() {
        return CustomizerServices.of(StandaloneWorkspace.class.getClassLoader());
    }

    @Override
    public ServerAddress server() {
        return new ServerAddress(settings().address());
    }

    @Override
    public String describe() {
        return settings().address().toString();
    }
}
