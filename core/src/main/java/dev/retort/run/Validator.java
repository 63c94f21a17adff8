/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Revision;
import dev.retort.history.HistoryReader;
import dev.retort.history.ProgressRow;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.run.Finding.Kind;
import dev.retort.script.RevisionScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares this build's scripts with what the database says was run; reads only. */
final class Validator {

    private final Situation situation;
    private final Revisions all;
    private final @Nullable HistoryReader history;

    Validator(Situation situation, Revisions all, MigrationConnection connection) {
        this.situation = situation;
        this.all = all;
        this.history = situation.state().hasHistory()
                ? new HistoryReader(connection, situation.state().tables())
                : null;
    }

    Validation validate() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Set<String> applied = situation.knownApplied();
        for (ChangedScript changed : situation.changed(applied)) {
            findings.add(changed(changed));
        }
        for (Revision revision : all.graph().inOrder()) {
            if (!situation.revisions().contains(revision.id())) {
                findings.add(withoutScript(revision.id()));
            }
        }
        for (String revision : situation.unrun()) {
            RevisionScript script = all.find(revision);
            findings.add(
                    new Finding(Kind.UNRUN, revision, script == null ? null : script.source(), null, null, null, null));
        }
        for (String revision : partial()) {
            findings.add(Finding.of(Kind.PARTIAL, revision));
        }
        int compared = (int) applied.stream()
                .filter(revision -> situation.appliedChecksum(revision) != null)
                .count();
        return new Validation(
                findings, situation.revisions().graph().effectiveHeads(), compared, situation.holdInForce());
    }

    private Finding changed(ChangedScript changed) throws SQLException {
        RevisionScript script = situation.revisions().script(changed.revision());
        return new Finding(
                Kind.CHANGED,
                changed.revision(),
                changed.source(),
                changed.appliedChecksum(),
                changed.checksum(),
                appliedText(changed.appliedChecksum()),
                script.text());
    }

    private Finding withoutScript(String revision) throws SQLException {
        if (!situation.state().recorded().containsKey(revision)) {
            return Finding.of(Kind.UNKNOWN, revision);
        }
        String checksum = situation.appliedChecksum(revision);
        return new Finding(Kind.MISSING, revision, null, checksum, null, appliedText(checksum), null);
    }

    private @Nullable String appliedText(@Nullable String checksum) throws SQLException {
        return history == null || checksum == null ? null : history.scriptText(checksum);
    }

    private Set<String> partial() {
        Set<String> revisions = new LinkedHashSet<>();
        for (ProgressRow row : situation.state().progress()) {
            revisions.add(row.revision());
        }
        return revisions;
    }
}
