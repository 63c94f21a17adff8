/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.plan;

import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.internal.history.HistoryReader;
import dev.retort.internal.history.RecordedRevision;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.internal.script.Squash;
import dev.retort.internal.script.Squash.Original;
import dev.retort.internal.script.read.ScriptLoader;
import dev.retort.run.RunKind;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Revisions that this build does not have, as the database keeps them: their place from the history, their script from
 * the script table. With them an older build can show, and by an explicit command downgrade, the revisions that a newer
 * one applied.
 */
public final class StoredRevisions {

    private final MigrationState migrationState;
    private final @Nullable HistoryReader reader;
    private final List<RevisionScript> partly;

    public StoredRevisions(MigrationState migrationState, MigrationConnection connection) {
        this.migrationState = migrationState;
        this.partly = migrationState.partlySquashed();
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
        for (Stored stored : unknownAncestors()) {
            revisions.add(stored.place());
            RevisionScript script = stored.script();
            if (script != null) {
                scripts.put(stored.place().id(), script);
                kept.put(stored.place().id(), placeholders(script));
            }
        }
        Map<String, String> squashed = new HashMap<>(Revisions.squashed(scripts.values()));
        revisions.forEach(revision -> squashed.remove(revision.id()));
        return new Revisions(RevisionGraph.of(revisions, squashed), scripts, kept);
    }

    /** A revision that only the database has. */
    private record Stored(Revision place, @Nullable RevisionScript script) {}

    private Collection<Stored> unknownAncestors() throws SQLException {
        Map<String, Stored> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(migrationState.unknownRows());
        while (!open.isEmpty()) {
            String id = open.pop();
            if (migrationState.revisions().contains(id) || found.containsKey(id)) {
                continue;
            }
            Stored stored = stored(id);
            found.put(id, stored);
            open.addAll(stored.place().downRevisions());
            open.addAll(stored.place().dependsOn());
        }
        return found.values();
    }

    /** What a newer build squashed has the place of its script: the history names the revisions that it replaces. */
    private Stored stored(String id) throws SQLException {
        RevisionScript script = script(id);
        Revision place = script != null && script.squash() != null ? script.revision() : place(id);
        return new Stored(new Revision(id, known(place.downRevisions()), List.of(), known(place.dependsOn())), script);
    }

    /** Labels are left out: they are names for targets, and this build may use them elsewhere. */
    private Revision place(String id) {
        for (RevisionScript squashed : partly) {
            Optional<Original> original = Optional.ofNullable(squashed.squash()).flatMap(squash -> squash.find(id));
            if (original.isPresent()) {
                return original.get().revision();
            }
        }
        RecordedRevision recorded = migrationState.state().recorded().get(id);
        return recorded == null
                ? new Revision(id, List.of(), List.of(), List.of())
                : new Revision(id, recorded.downRevisions(), List.of(), recorded.dependsOn());
    }

    /** What this build has squashed, and the database has completely, is the squashed revision. */
    private List<String> known(List<String> ids) {
        RevisionGraph graph = migrationState.revisions().graph();
        Set<String> incomplete =
                partly.stream().map(script -> script.revision().id()).collect(Collectors.toSet());
        return ids.stream()
                .map(id -> graph.squashedInto(id)
                        .filter(into -> !incomplete.contains(into))
                        .orElse(id))
                .distinct()
                .toList();
    }

    private Map<String, String> placeholders(RevisionScript script) throws SQLException {
        return reader == null || !script.placeholders()
                ? Map.of()
                : reader.placeholders(script.revision().id());
    }

    @Nullable
    RevisionScript script(String id) throws SQLException {
        RecordedRevision recorded = migrationState.state().recorded().get(id);
        String checksum = recorded == null || recorded.operation() != RunKind.UPGRADE
                ? null
                : Squash.checksumOfAny(recorded.note()).orElse(recorded.checksum());
        String text = checksum == null || reader == null ? null : reader.scriptText(checksum);
        return text == null ? null : ScriptLoader.parse("the database's script table, revision " + id, text);
    }
}
