/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.migration.MigrationListener;
import dev.retort.script.RevisionScript;
import dev.retort.script.ScriptSources;
import java.util.List;
import java.util.Map;

/** What commands work on, whoever gives them. */
public interface Workspace {

    /**
     * Reads the scripts; needs no database.
     *
     * @throws dev.retort.error.RetortException when a script cannot be read, with all problems of all files
     */
    List<RevisionScript> scripts();

    /** {@return where scripts are written, and what is read there} */
    ScriptSources sources();

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

    /** {@return the database, as people may see it: never with a password} */
    String describe();
}
