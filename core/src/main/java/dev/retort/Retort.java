/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort;

import dev.retort.history.HistoryEntry;
import dev.retort.migration.MigrationListener;
import dev.retort.run.MigrationStatus;
import dev.retort.run.RevisionDetail;
import dev.retort.run.RunRequest;
import dev.retort.run.RunResult;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one way to look at a database and to migrate it.
 *
 * <p>Immutable and safe for use by several threads: each call takes a connection of its own and gives it back, and runs
 * that change a database keep each other out by an advisory lock in that database.
 */
public final class Retort {

    private final RetortSettings settings;

    /**
     * Creates a facade; touches neither scripts nor database.
     *
     * @param settings the settings
     * @param dataSource where connections come from; pools are fine, transaction poolers are refused at the first run
     * @param classLoader loads {@code classpath:} locations
     * @param listeners hear of runs and steps, in order
     */
    public Retort(
            RetortSettings settings,
            DataSource dataSource,
            ClassLoader classLoader,
            List<MigrationListener> listeners) {
        this.settings = settings;
    }

    /** {@return the settings} */
    public RetortSettings settings() {
        return settings;
    }

    /**
     * Does what a starting service does: brings the database to {@code settings.target}, checks it, or waits for it.
     *
     * @param mode which of these
     * @return what was found and done
     */
    public RunResult start(StartMode mode) {
        throw new UnsupportedOperationException(mode.name());
    }

    /** Brings the database up to a target. */
    public RunResult upgrade(RunRequest request) {
        throw new UnsupportedOperationException(request.target());
    }

    /** Takes revisions back. An operator's downgrade holds: starting services do not go up again. */
    public RunResult downgrade(RunRequest request) {
        throw new UnsupportedOperationException(request.target());
    }

    /** Sets the version rows without running anything. */
    public RunResult stamp(RunRequest request) {
        throw new UnsupportedOperationException(request.target());
    }

    /** {@return where the database stands; reads only} */
    public MigrationStatus status() {
        throw new UnsupportedOperationException();
    }

    /**
     * Looks one revision up.
     *
     * @param target a full or partial id, a label, {@code head}, as Alembic reads it
     * @throws dev.retort.graph.GraphException when there is none
     */
    public RevisionDetail revision(String target) {
        throw new UnsupportedOperationException(target);
    }

    /**
     * Reads the history, newest first.
     *
     * @param limit how many rows at most
     * @param before only rows with a smaller id; {@code null} from the newest
     */
    public List<HistoryEntry> log(int limit, @Nullable Long before) {
        throw new UnsupportedOperationException(limit + " " + before);
    }
}
