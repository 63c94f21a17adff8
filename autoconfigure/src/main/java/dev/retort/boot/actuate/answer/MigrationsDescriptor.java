/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.answer;

import dev.retort.internal.page.StateSummary;
import dev.retort.status.Hold;
import dev.retort.status.MigrationReport;
import dev.retort.status.MigrationStatus;
import dev.retort.status.RunInProgress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The state of all databases.
 *
 * @param contexts the application contexts by id
 * @since 0.1
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
     * The state of a database.
     *
     * @param summary the summary for operators
     * @param current the version rows
     * @param heads the heads of the scripts
     * @param upToDate whether all revisions of this build are applied
     * @param ahead whether the database has revisions that this build does not know
     * @param held whether the hold of a downgrade stops starting services from upgrading
     * @param hold that downgrade; {@code null} without a hold
     * @param running the run in progress; {@code null} without one
     * @param pending the pending revisions, in the order in which they would run
     * @param revisions all revisions, newest first
     * @param log the newest rows of the history, or the requested page
     */
    public record DatabaseDescriptor(
            SummaryDescriptor summary,
            List<String> current,
            List<String> heads,
            boolean upToDate,
            boolean ahead,
            boolean held,
            @Nullable HoldDescriptor hold,
            @Nullable RunningDescriptor running,
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

        public static DatabaseDescriptor of(MigrationReport report, boolean withSql) {
            MigrationStatus status = report.status();
            return new DatabaseDescriptor(
                    SummaryDescriptor.of(StateSummary.of(status, report.running() != null, report.newest())),
                    status.current(),
                    status.heads(),
                    status.upToDate(),
                    status.ahead(),
                    status.held(),
                    HoldDescriptor.of(status.hold()),
                    RunningDescriptor.of(report.running(), withSql),
                    status.pending(),
                    status.revisions().stream()
                            .map(each -> RevisionDescriptor.of(each, withSql))
                            .toList(),
                    report.log().stream()
                            .map(each -> LogEntryDescriptor.of(each, withSql))
                            .toList());
        }
    }

    /**
     * The summary of a database.
     *
     * @param level {@code good}, {@code note} or {@code bad}
     * @param text a sentence or two
     */
    public record SummaryDescriptor(String level, String text) {

        static SummaryDescriptor of(StateSummary summary) {
            return new SummaryDescriptor(summary.level().name().toLowerCase(Locale.ROOT), summary.text());
        }
    }

    /**
     * A hold, which stops starting services from upgrading.
     *
     * @param revisions the version rows after the downgrade
     * @param principal the authenticated principal of the downgrade; {@code null} if there was none
     * @param since the time of the downgrade
     */
    public record HoldDescriptor(
            List<String> revisions, @Nullable String principal, Instant since) {

        /** Copies the list. */
        public HoldDescriptor {
            revisions = List.copyOf(revisions);
        }

        static @Nullable HoldDescriptor of(@Nullable Hold hold) {
            return hold == null ? null : new HoldDescriptor(hold.rows(), hold.principal(), hold.since());
        }
    }

    /**
     * A run that is going on, in this instance or another. Where SQL may not be shown, sessions and statement are not.
     *
     * @param session the session that runs it; {@code null} when SQL may not be shown
     * @param openFor how long its transaction has been open; {@code null} when none is
     * @param statement the statement; {@code null} when SQL may not be shown
     * @param phase what an index build is at; {@code null} when none is running
     * @param percent how much of that phase is done; {@code null} when the server does not say
     * @param blockedBy the sessions that it waits for; {@code null} when SQL may not be shown
     */
    public record RunningDescriptor(
            @Nullable String session,
            @Nullable String openFor,
            @Nullable String statement,
            @Nullable String phase,
            @Nullable Integer percent,
            @Nullable List<String> blockedBy) {

        /** Copies the list. */
        public RunningDescriptor {
            blockedBy = blockedBy == null ? null : List.copyOf(blockedBy);
        }

        static @Nullable RunningDescriptor of(@Nullable RunInProgress run, boolean withSql) {
            if (run == null) {
                return null;
            }
            String statement = run.statement() == null ? null : Disclosure.masked(run.statement());
            return withSql
                    ? new RunningDescriptor(
                            run.session(), run.openFor(), statement, run.phase(), run.percent(), run.blockedBy())
                    : new RunningDescriptor(null, run.openFor(), null, run.phase(), run.percent(), null);
        }
    }
}
