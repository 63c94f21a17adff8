/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.internal.script.RevisionScript;
import java.sql.SQLException;
import java.util.Set;

/**
 * Writes imported revisions that Retort applies or downgrades to the history of the other tool, in the transaction of the
 * step: a deployment that goes back to a build with that tool finds there what it would have written itself.
 */
public interface Mirror {

    /** Writes what a step did to a revision; nothing for one that was not imported. */
    void record(RevisionScript script, boolean upgrade) throws SQLException;

    /** Writes the imported revisions that are applied and of which the other tool has no row. */
    void addMissing(ImportedRevisions imported, Set<String> applied) throws SQLException;
}
