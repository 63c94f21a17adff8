/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.status;

import dev.retort.graph.Revision;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.RecordedAdoption;
import dev.retort.internal.adopt.tool.Adoptions;
import dev.retort.internal.adopt.tool.ForeignChanges;
import dev.retort.internal.history.DatabaseState;
import dev.retort.internal.history.HistoryReader;
import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.jdbc.MigrationConnection;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.run.ChangedScript;
import dev.retort.status.Validation;
import dev.retort.status.ValidationFinding;
import dev.retort.status.ValidationFinding.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares this build's scripts with what the database says was run; reads only. */
final class Validator {

    private final MigrationState migrationState;
    private final Revisions all;
    private final MigrationConnection connection;
    private final @Nullable HistoryReader history;

    Validator(MigrationState migrationState, Revisions all, MigrationConnection connection) {
        this.migrationState = migrationState;
        this.all = all;
        this.connection = connection;
        this.history = migrationState.state().hasHistory()
                ? new HistoryReader(connection, migrationState.state().tables())
                : null;
    }

    Validation validate() throws SQLException {
        List<ValidationFinding> findings = new ArrayList<>();
        Set<String> applied = migrationState.knownApplied();
        for (ChangedScript changed : migrationState.changed(applied)) {
            findings.add(changed(changed));
        }
        for (Revision revision : all.graph().inOrder()) {
            if (!migrationState.revisions().contains(revision.id())) {
                findings.add(withoutScript(revision.id()));
            }
        }
        for (String revision : migrationState.unrun()) {
            RevisionScript script = all.find(revision);
            findings.add(new ValidationFinding(
                    Kind.UNRUN, revision, script == null ? null : script.source(), null, null, null, null));
        }
        for (String revision : partial()) {
            findings.add(ValidationFinding.of(Kind.PARTIAL, revision));
        }
        findings.addAll(adoptedHistory());
        int compared = (int) applied.stream()
                .filter(revision -> migrationState.appliedChecksum(revision) != null)
                .count();
        return new Validation(
                findings, migrationState.revisions().graph().effectiveHeads(), compared, migrationState.holdInForce());
    }

    private ValidationFinding changed(ChangedScript changed) throws SQLException {
        RevisionScript script = migrationState.revisions().script(changed.revision());
        return new ValidationFinding(
                Kind.CHANGED,
                changed.revision(),
                changed.source(),
                changed.appliedChecksum(),
                changed.checksum(),
                appliedText(changed.appliedChecksum()),
                script.text());
    }

    private ValidationFinding withoutScript(String revision) throws SQLException {
        if (!migrationState.state().recorded().containsKey(revision)) {
            return ValidationFinding.of(Kind.UNKNOWN, revision);
        }
        String checksum = migrationState.appliedChecksum(revision);
        return new ValidationFinding(Kind.MISSING, revision, null, checksum, null, appliedText(checksum), null);
    }

    private @Nullable String appliedText(@Nullable String checksum) throws SQLException {
        return history == null || checksum == null ? null : history.scriptText(checksum);
    }

    /** An adopted database keeps the history of the other tool, which builds of before the move read. */
    private List<ValidationFinding> adoptedHistory() throws SQLException {
        DatabaseState state = migrationState.state();
        Optional<RecordedAdoption> adoption = Adoptions.adopted(connection, state);
        if (adoption.isEmpty()) {
            return List.of();
        }
        Revisions revisions = migrationState.revisions();
        ForeignTable table = adoption.get().table();
        ForeignChanges changes = ForeignChanges.since(
                connection,
                adoption.get(),
                Adoptions.imported(revisions.graph(), revisions.scripts(), table),
                state.tables(),
                state.recorded().keySet());
        return Stream.concat(changes.added().stream().map(row -> row + " (new)"), changes.changed().stream())
                .map(row -> new ValidationFinding(Kind.OLD_HISTORY, row, table.quoted(), null, null, null, null))
                .toList();
    }

    private Set<String> partial() {
        Set<String> revisions = new LinkedHashSet<>();
        for (ProgressRow row : migrationState.state().progress()) {
            revisions.add(row.revision());
        }
        return revisions;
    }
}
