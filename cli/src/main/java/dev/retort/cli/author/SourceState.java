/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.Retort;
import dev.retort.error.RetortException;
import dev.retort.internal.script.RevisionScript;
import dev.retort.status.MigrationStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the database is in the graph of the source folders, which the next script will follow. */
final class SourceState {

    private final Workspace workspace;
    private final Retort retort;

    SourceState(Workspace workspace, Retort retort) {
        this.workspace = workspace;
        this.retort = retort;
    }

    /**
     * Refuses a database that is not at the heads of the sources: a script for it would repeat what others do, or leave out what
     * they did.
     *
     * @throws RetortException with the next command to run
     */
    void requireAtHead() {
        Retort sources = retort.onSources(workspace.sources().workingDirectory());
        Set<String> known = ids(sources.scripts());
        MigrationStatus status = sources.status();
        List<String> unknown =
                status.current().stream().filter(id -> !known.contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw new RetortException(
                    "The database is at " + names(unknown) + ", which the source folders do not have.",
                    "A new script would follow " + names(status.heads()) + ", and its changes would not.",
                    "Add the missing script to "
                            + workspace.sources().shown(workspace.sources().primary())
                            + ", or downgrade the database with a build that has it.");
        }
        if (!status.upToDate()) {
            throw notUpToDate(status);
        }
    }

    private RetortException notUpToDate(MigrationStatus status) {
        Set<String> built = ids(retort.scripts());
        List<String> notBuilt =
                status.pending().stream().filter(id -> !built.contains(id)).toList();
        String upgrade = status.heads().size() == 1 ? "`upgrade head`" : "`upgrade heads`";
        return new RetortException(
                "Target database is not up to date.",
                "It is at " + names(status.current()) + ", and the head is " + names(status.heads())
                        + ": the changes of the pending revisions would be generated again.",
                notBuilt.isEmpty()
                        ? "Run " + upgrade + " first."
                        : "This build does not have " + names(notBuilt) + " yet: build it again, then run " + upgrade
                                + ".");
    }

    private static Set<String> ids(List<RevisionScript> scripts) {
        return scripts.stream().map(script -> script.revision().id()).collect(Collectors.toSet());
    }

    private static String names(List<String> revisions) {
        return revisions.isEmpty() ? "base" : String.join(", ", revisions);
    }
}
