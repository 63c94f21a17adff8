/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.status;

import dev.retort.graph.Revision;
import dev.retort.internal.history.ProgressRow;
import dev.retort.internal.history.RecordedRevision;
import dev.retort.internal.plan.MigrationState;
import dev.retort.internal.script.DowngradeSection;
import dev.retort.internal.script.RevisionScript;
import dev.retort.internal.script.Revisions;
import dev.retort.run.RunKind;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RevisionState;
import dev.retort.status.RevisionStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reported state: every revision with its state. Facts about all revisions are computed once.
 *
 * @param migrationState this build's scripts and the database's state
 * @param all this build's revisions and those that only the database has kept
 * @param applied the revisions that the version rows imply
 * @param heads the revisions that nothing needs
 */
record StatusBuilder(MigrationState migrationState, Revisions all, Set<String> applied, Set<String> heads) {

    StatusBuilder {
        applied = Set.copyOf(applied);
        heads = Set.copyOf(heads);
    }

    static StatusBuilder of(MigrationState migrationState, Revisions all) {
        Set<String> applied = new HashSet<>(all.graph().appliedBy(migrationState.rows()));
        migrationState.unrun().forEach(applied::remove);
        return new StatusBuilder(
                migrationState, all, applied, Set.copyOf(all.graph().effectiveHeads()));
    }

    /** {@return the state of the database} */
    MigrationStatus status() {
        List<String> pending = new ArrayList<>();
        List<RevisionStatus> revisions = new ArrayList<>();
        for (Revision revision : all.graph().inOrder()) {
            if (!applied.contains(revision.id())) {
                pending.add(revision.id());
            }
            revisions.add(status(revision));
        }
        Collections.reverse(revisions);
        boolean ahead = migrationState.unknownRows().stream()
                .anyMatch(row ->
                        migrationState.revisions().graph().squashedInto(row).isEmpty());
        return new MigrationStatus(
                migrationState.rows(),
                migrationState.revisions().graph().effectiveHeads(),
                pending.isEmpty() && !ahead && migrationState.state().progress().isEmpty(),
                ahead,
                migrationState.holdInForce(),
                pending,
                revisions);
    }

    /** {@return one of its revisions} */
    RevisionStatus status(Revision revision) {
        RevisionScript script = all.find(revision.id());
        RecordedRevision recorded = recorded(revision.id());
        return new RevisionStatus(
                revision.id(),
                revision.downRevisions(),
                revision.dependsOn(),
                revision.branchLabels(),
                script != null ? script.message() : recorded == null ? "" : recorded.description(),
                script == null ? "" : script.created(),
                state(revision.id()),
                heads.contains(revision.id()),
                script != null ? script.checksum() : recorded == null ? null : recorded.checksum(),
                recorded == null ? null : recorded.finishedAt(),
                recorded == null ? null : recorded.took(),
                recorded == null ? null : recorded.databaseUser(),
                recorded == null ? null : recorded.principal(),
                script != null && script.downgrade() instanceof DowngradeSection.Reversible,
                script == null || script.squash() == null
                        ? List.of()
                        : script.squash().ids());
    }

    /** {@return the record of an applied revision; {@code null} if it is not applied, or not recorded} */
    private @Nullable RecordedRevision recorded(String revision) {
        RecordedRevision recorded =
                applied.contains(revision) ? migrationState.state().recorded().get(revision) : null;
        return recorded == null || recorded.operation() == RunKind.DOWNGRADE ? null : recorded;
    }

    private RevisionState state(String revision) {
        for (ProgressRow row : migrationState.state().progress()) {
            if (row.revision().equals(revision)) {
                return RevisionState.PARTIAL;
            }
        }
        if (!migrationState.revisions().contains(revision)) {
            boolean squashed =
                    migrationState.revisions().graph().squashedInto(revision).isPresent();
            return squashed ? RevisionState.SQUASHED : RevisionState.UNKNOWN;
        }
        if (!applied.contains(revision)) {
            return RevisionState.PENDING;
        }
        return migrationState.changed(List.of(revision)).isEmpty() ? RevisionState.APPLIED : RevisionState.CHANGED;
    }
}
