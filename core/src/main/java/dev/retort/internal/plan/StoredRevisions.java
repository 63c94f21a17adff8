/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.history.HistoryReader;
import dev.retort.internal.history.RecordedRevision;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.read.ScriptLoader;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Revisions that this build does not have, as the database keeps them: their place from the history, their script from
 * the script table. With them an older build can show, and by an explicit command downgrade, the revisions that a newer
 * one applied.
 */
public final class StoredRevisions {

    private final MigrationState migrationState;
    private final @Nullable HistoryReader reader;

    public StoredRevisions(MigrationState migrationState, MigrationConnection connection) {
        this.migrationState = migrationState;
        this.reader = migrationState.state().hasHistory()
                ? new HistoryReader(connection, migrationState.state().tables())
                : null;
    }

    /** {@return this build's revisions and all ancestors of the version rows; the same if there are no more} */
    public Revisions withThisBuilds() throws SQLException {
        Revisions own = migrationState.revisions();
        if (migrationState.unknownRows().isEmpty()) {
            return own;
        }
        List<Revision> revisions = new ArrayList<>(own.graph().revisions());
        Map<String, RevisionScript> scripts = new HashMap<>(own.scripts());
        Map<String, Map<String, String>> kept = new HashMap<>();
        for (String id : unknownAncestors()) {
            revisions.add(place(id));
            RevisionScript script = script(id);
            if (script != null) {
                scripts.put(id, script);
                kept.put(id, placeholders(script));
            }
        }
        return new Revisions(RevisionGraph.of(revisions), scripts, kept);
    }

    private Set<String> unknownAncestors() {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(migrationState.unknownRows());
        while (!open.isEmpty()) {
            String id = open.pop();
            if (migrationState.revisions().contains(id) || !found.add(id)) {
                continue;
            }
            open.addAll(place(id).downRevisions());
            open.addAll(place(id).dependsOn());
        }
        return found;
    }

    /** Labels are left out: they are names for targets, and this build may use them elsewhere. */
    private Revision place(String id) {
        RecordedRevision recorded = migrationState.state().recorded().get(id);
        return recorded == null
                ? new Revision(id, List.of(), List.of(), List.of())
                : new Revision(id, recorded.downRevisions(), List.of(), recorded.dependsOn());
    }

    private Map<String, String> placeholders(RevisionScript script) throws SQLException {
        return reader == null || !script.placeholders()
                ? Map.of()
                : reader.placeholders(script.revision().id());
    }

    @Nullable
    RevisionScript script(String id) throws SQLException {
        String checksum = migrationState.appliedChecksum(id);
        String text = checksum == null || reader == null ? null : reader.scriptText(checksum);
        return text == null ? null : ScriptLoader.parse("the database's script table, revision " + id, text);
    }
}
