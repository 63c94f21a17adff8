/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.answer;

import dev.retort.status.HistoryEntry;
import dev.retort.status.MigrationStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Where all databases stand.
 *
 * @param contexts the application contexts by id
 */
public record MigrationsDescriptor(Map<String, ContextDescriptor> contexts) implements OperationResponseBody {

    /**
     * The databases of one application context.
     *
     * @param parentId the id of the parent context; {@code null} when there is none
     * @param databases the databases by name
     */
    public record ContextDescriptor(@Nullable String parentId, Map<String, DatabaseDescriptor> databases) {}

    /**
     * Where a database stands.
     *
     * @param current the version rows
     * @param heads the revisions that nothing needs
     * @param upToDate whether everything that this build has is applied
     * @param ahead whether the database has revisions that this build does not know
     * @param held whether an operator's downgrade keeps starting services from going up
     * @param pending the revisions that are not applied, in the order in which they would run
     * @param revisions all revisions, newest first
     * @param log the newest rows of the history, or the page that was asked for
     */
    public record DatabaseDescriptor(
            List<String> current,
            List<String> heads,
            boolean upToDate,
            boolean ahead,
            boolean held,
            List<String> pending,
            List<RevisionDescriptor> revisions,
            List<LogEntryDescriptor> log) {

        /** Copies the lists. */
        public DatabaseDescriptor {
            current = List.copyOf(current);
            heads = List.copyOf(heads);
            pending = List.copyOf(pending);
            revisions = List.copyOf(revisions);
            log = List.copyOf(log);
        }

        public static DatabaseDescriptor of(MigrationStatus status, List<HistoryEntry> log, boolean withSql) {
            return new DatabaseDescriptor(
                    status.current(),
                    status.heads(),
                    status.upToDate(),
                    status.ahead(),
                    status.held(),
                    status.pending(),
                    status.revisions().stream()
                            .map(each -> RevisionDescriptor.of(each, withSql))
                            .toList(),
                    log.stream()
                            .map(each -> LogEntryDescriptor.of(each, withSql))
                            .toList());
        }
    }
}
