/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.Retort;
import dev.retort.diff.DifferenceCustomizer;
import dev.retort.event.MigrationListener;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.scratch.SchemaModels;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.author.WorkspaceScripts;
import dev.retort.model.SchemaModel;
import dev.retort.model.ScratchServer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scripts, database and settings that commands work on, in an application or stand-alone. */
public interface Workspace {

    /**
     * Reads the scripts; needs no database.
     *
     * @throws dev.retort.error.RetortException when a script cannot be read, with all problems of all files
     */
    List<RevisionScript> scripts();

    /** {@return the folders of scripts, and the scripts read there} */
    WorkspaceScripts sources();

    /** {@return the environment variables, which name the editor} */
    Map<String, String> environment();

    /**
     * Creates the facade of the chosen database; checks its settings and does not connect.
     *
     * @param listeners listeners to add to those of the workspace
     */
    Retort retort(List<MigrationListener> listeners);

    /**
     * Connects to the database; the facades use this connection where possible.
     *
     * @throws dev.retort.error.RetortException when the connection fails, with host, port, database and user
     */
    void checkConnection();

    /** {@return whether the workspace reads the connection from {@code .env}} */
    default boolean readsEnvFile() {
        return true;
    }

    /** {@return a description of the database without its password} */
    String describe();

    /** {@return the models of the chosen database; SQL files are always supported} */
    SchemaModels models();

    /** {@return the URL and user of the database; {@code null} when unknown} */
    @Nullable
    ServerAddress server();

    /**
     * Finds the customizers of the difference between database and model.
     *
     * @return the customizers in order, including the services of the class path
     * @throws dev.retort.error.RetortException when one cannot be created
     */
    List<DifferenceCustomizer> customizers();

    /**
     * Creates a scratch database like the chosen one, and the schema of the model in it.
     *
     * @param model which model; {@code null} for that of the settings, or the only one
     * @return the database, which the caller closes
     * @throws dev.retort.error.RetortException when there is no such model, when the database cannot be created, or
     *     when a statement
     *     of the model fails there
     */
    default ModelScratch scratch(@Nullable String model) {
        SchemaModel chosen = model(model);
        Scratch scratch = retort(List.of()).authoring().scratch(server(), scratchServers());
        try {
            return new ModelScratch(scratch, scratch.run(chosen));
        } catch (Throwable failure) {
            scratch.close();
            throw failure;
        }
    }

    /**
     * Finds a model, with the object files beside it.
     *
     * @param model which model; {@code null} for that of the settings, or the only one
     * @throws dev.retort.error.RetortException when there is no such model
     */
    default SchemaModel model(@Nullable String model) {
        return retort(List.of()).authoring().model(models(), model);
    }

    /** {@return the servers that can be started for scratch databases} */
    default List<ScratchServer> scratchServers() {
        return ScratchServer.present(Workspace.class.getClassLoader());
    }
}
