/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.history.HistoryReader;
import dev.retort.history.RecordedRevision;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.script.RevisionScript;
import dev.retort.script.ScriptLoader;
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
 * Revisions that this build does not have, as the database keeps them: their place from the history, their script from the
 * script table. With them an older build can show, and by an explicit command take back, what a newer one applied.
 */
final class KeptRevisions {

    private final Situation situation;
    private final @Nullable HistoryReader reader;

    KeptRevisions(Situation situation, MigrationConnection connection) {
        this.situation = situation;
        this.reader = situation.state().hasHistory()
                ? new HistoryReader(connection, situation.state().tables())
                : null;
    }

    /** {@return this build's revisions and all that the version rows stand upon; the same when there is nothing more} */
    Revisions withThisBuilds() throws SQLException {
        Revisions own = situation.revisions();
        if (situation.unknownRows().isEmpty()) {
            return own;
        }
        List<Revision> revisions = new ArrayList<>(own.graph().revisions());
        Map<String, RevisionScript> scripts = new HashMap<>(own.scripts());
        Map<String, Map<String, String>> kept = new HashMap<>();
        for (String id : unknownBeneathRows()) {
            revisions.add(place(id));
            RevisionScript script = script(id);
            if (script != null) {
                scripts.put(id, script);
                kept.put(id, placeholders(script));
            }
        }
        return new Revisions(RevisionGraph.of(revisions), scripts, kept);
    }

    private Set<String> unknownBeneathRows() {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(situation.unknownRows());
        while (!open.isEmpty()) {
            String id = open.pop();
            if (situation.revisions().contains(id) || !found.add(id)) {
                continue;
            }
            open.addAll(place(id).downRevisions());
            open.addAll(place(id).dependsOn());
        }
        return found;
    }

    /** Labels are left out: they are names for targets, and this build may use them elsewhere. */
    private Revision place(String id) {
        RecordedRevision recorded = situation.state().recorded().get(id);
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
        String checksum = situation.appliedChecksum(id);
        String text = checksum == null || reader == null ? null : reader.scriptText(checksum);
        return text == null ? null : ScriptLoader.parse("the database's script table, revision " + id, text);
    }
}
