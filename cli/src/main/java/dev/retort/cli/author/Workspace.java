/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.Retort;
import dev.retort.diff.DifferenceCustomizer;
import dev.retort.event.MigrationListener;
import dev.retort.internal.jdbc.url.ServerAddress;
import dev.retort.internal.scratch.SchemaModels;
import dev.retort.internal.scratch.Scratch;
import dev.retort.internal.scratch.ScratchServer;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.author.WorkspaceScripts;
import dev.retort.model.SchemaModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What commands work on, whoever gives them. */
public interface Workspace {

    /**
     * Adds options of its own to the root command, before the commands that inherit them.
     *
     * @param root what picocli has read of this
     */
    default void configure(CommandSpec root) {
        // Most say all that they have by annotations.
    }

    /**
     * Reads the scripts; needs no database.
     *
     * @throws dev.retort.error.RetortException when a script cannot be read, with all problems of all files
     */
    List<RevisionScript> scripts();

    /** {@return where scripts are written, and what is read there} */
    WorkspaceScripts sources();

    /** {@return the variables of the process, in which an editor is named} */
    Map<String, String> environment();

    /**
     * Makes the facade of the database that was chosen; checks its settings, and does not connect.
     *
     * @param listeners hear of runs and steps, beside those that the workspace has itself
     */
    Retort retort(List<MigrationListener> listeners);

    /**
     * Looks whether the database answers; where it can, the facades use the connection that this opened.
     *
     * @throws dev.retort.error.RetortException when that fails, with host, port, database and user
     */
    void checkConnection();

    /** {@return whether the connection may be written into {@code .env}} */
    default boolean readsEnvFile() {
        return true;
    }

    /** {@return the database, as people may see it: never with a password} */
    String describe();

    /** {@return the models of the database that was chosen; files are always among them} */
    SchemaModels models();

    /** {@return where the database is and as whom; {@code null} when that is not known} */
    @Nullable
    ServerAddress server();

    /**
     * Finds what rewrites the difference between database and model.
     *
     * @return the customizers in their order; the services of the class path are always among them
     * @throws dev.retort.error.RetortException when one cannot be made
     */
    List<DifferenceCustomizer> customizers();

    /**
     * Makes a scratch database that resembles the chosen one, and the model in it.
     *
     * @param model which model; {@code null} for that of the settings, or the only one
     * @return the database, which the caller closes
     * @throws dev.retort.error.RetortException when there is no such model, no way to make the database, or when a statement
     *     of the model fails there
     */
    default ModelScratch scratch(@Nullable String model) {
        SchemaModel chosen = model(model);
        Scratch scratch = retort(List.of()).scratch(server(), scratchServers());
        try {
            return new ModelScratch(scratch, scratch.run(chosen));
        } catch (Throwable failure) {
            scratch.close();
            throw failure;
        }
    }

    /**
     * Finds a model.
     *
     * @param model which model; {@code null} for that of the settings, or the only one
     * @throws dev.retort.error.RetortException when there is no such model
     */
    default SchemaModel model(@Nullable String model) {
        return models().choose(model == null ? retort(List.of()).settings().model() : model);
    }

    /** {@return the servers that can be started for scratch databases} */
    default List<ScratchServer> scratchServers() {
        return ScratchServer.present(Workspace.class.getClassLoader());
    }
}
