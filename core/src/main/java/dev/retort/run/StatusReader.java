/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import dev.retort.graph.Revision;
import dev.retort.history.DatabaseState;
import dev.retort.history.HistoryEntry;
import dev.retort.history.HistoryReader;
import dev.retort.history.ProgressRow;
import dev.retort.history.RecordedRevision;
import dev.retort.jdbc.DatabaseException;
import dev.retort.jdbc.MigrationConnection;
import dev.retort.script.DowngradeSection;
import dev.retort.script.RevisionScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells where a database stands; reads only, and works on a standby and on a database that only Alembic touched. */
public final class StatusReader {

    private final RunEnvironment environment;

    /**
     * Creates a reader.
     *
     * @param environment what its readings work with
     */
    public StatusReader(RunEnvironment environment) {
        this.environment = environment;
    }

    /** What is read with a connection. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(MigrationConnection connection) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        try (MigrationConnection connection = environment.source().open()) {
            environment.takeRole(connection);
            return reading.read(connection);
        } catch (SQLException e) {
            throw new DatabaseException("The database's state could not be read.", e);
        }
    }

    private Situation look(MigrationConnection connection) throws SQLException {
        Revisions own = Revisions.of(environment.scripts().get());
        DatabaseState state = environment.reader(connection).read();
        state.server().requirePostgres();
        return new Situation(own, state);
    }

    /** {@return where the database stands} */
    public MigrationStatus status() {
        return read(connection -> {
            Situation situation = look(connection);
            Revisions all = new KeptRevisions(situation, connection).withThisBuilds();
            return status(situation, all);
        });
    }

    private static MigrationStatus status(Situation situation, Revisions all) {
        Set<String> applied = all.graph().appliedBy(situation.rows());
        List<String> pending = new ArrayList<>();
        List<RevisionStatus> revisions = new ArrayList<>();
        for (Revision revision : all.graph().inOrder()) {
            if (!applied.contains(revision.id())) {
                pending.add(revision.id());
            }
            revisions.add(status(situation, all, revision, applied));
        }
        Collections.reverse(revisions);
        boolean ahead = !situation.unknownRows().isEmpty();
        return new MigrationStatus(
                situation.rows(),
                situation.revisions().graph().effectiveHeads(),
                pending.isEmpty() && !ahead && situation.state().progress().isEmpty(),
                ahead,
                situation.state().hold() != null && !pending.isEmpty(),
                pending,
                revisions);
    }

    private static RevisionStatus status(Situation situation, Revisions all, Revision revision, Set<String> applied) {
        RevisionScript script = all.find(revision.id());
        boolean isApplied = applied.contains(revision.id());
        RecordedRevision recorded = isApplied ? situation.state().recorded().get(revision.id()) : null;
        if (recorded != null && recorded.operation().equals("downgrade")) {
            recorded = null;
        }
        return new RevisionStatus(
                revision.id(),
                revision.downRevisions(),
                revision.dependsOn(),
                revision.branchLabels(),
                script != null ? script.message() : recorded == null ? "" : recorded.description(),
                script == null ? "" : script.created(),
                state(situation, revision.id(), isApplied),
                all.graph().effectiveHeads().contains(revision.id()),
                script != null ? script.checksum() : recorded == null ? null : recorded.checksum(),
                recorded == null ? null : recorded.finishedAt(),
                recorded == null ? null : recorded.took(),
                recorded == null ? null : recorded.databaseUser(),
                recorded == null ? null : recorded.principal(),
                script != null && script.downgrade() instanceof DowngradeSection.Reversible);
    }

    private static RevisionState state(Situation situation, String revision, boolean applied) {
        for (ProgressRow row : situation.state().progress()) {
            if (row.revision().equals(revision)) {
                return RevisionState.PARTIAL;
            }
        }
        if (!situation.revisions().contains(revision)) {
            return RevisionState.UNKNOWN;
        }
        if (!applied) {
            return RevisionState.PENDING;
        }
        return situation.changed(List.of(revision)).isEmpty() ? RevisionState.APPLIED : RevisionState.CHANGED;
    }

    /**
     * Looks one revision up.
     *
     * @param target as Alembic reads it
     */
    public RevisionDetail revision(String target) {
        return read(connection -> {
            Situation situation = look(connection);
            Revisions all = new KeptRevisions(situation, connection).withThisBuilds();
            Revision revision = all.graph().resolveOne(target);
            Set<String> applied = new HashSet<>(all.graph().appliedBy(situation.rows()));
            @Nullable RevisionScript script = all.find(revision.id());
            return new RevisionDetail(status(situation, all, revision, applied), script == null ? null : script.text());
        });
    }

    /**
     * Reads the history, newest first; empty where Retort has not been.
     *
     * @param limit how many rows at most
     * @param before only rows with a smaller id; {@code null} from the newest
     */
    public List<HistoryEntry> log(int limit, @Nullable Long before) {
        return read(connection -> {
            DatabaseState state = environment.reader(connection).read();
            return state.hasHistory() ? new HistoryReader(connection, state.tables()).read(limit, before) : List.of();
        });
    }
}
