/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.page;

import dev.retort.boot.actuate.answer.LogEntryDescriptor;
import dev.retort.boot.actuate.answer.LogEntryDescriptor.FailureDescriptor;
import dev.retort.boot.actuate.answer.MigrationsDescriptor.DatabaseDescriptor;
import dev.retort.boot.actuate.answer.MigrationsDescriptor.RunningDescriptor;
import dev.retort.boot.actuate.answer.RevisionDescriptor;
import dev.retort.internal.page.PageDatabase;
import dev.retort.internal.page.PageDatabase.PageRun;
import dev.retort.internal.page.PageLogEntry;
import dev.retort.internal.page.PageLogEntry.PageFailure;
import dev.retort.internal.page.PageRevision;
import dev.retort.internal.page.StateSummary;
import dev.retort.internal.page.StateSummary.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts the endpoint's description of a database to the data of the page. */
final class DescribedDatabase {

    private DescribedDatabase() {}

    static PageDatabase page(String name, DatabaseDescriptor database) {
        Level level = Level.valueOf(database.summary().level().toUpperCase(Locale.ROOT));
        return new PageDatabase(
                name,
                new StateSummary(level, database.summary().text()),
                run(database.running()),
                database.revisions().stream().map(DescribedDatabase::revision).toList(),
                database.log().stream().map(DescribedDatabase::entry).toList());
    }

    private static @Nullable PageRun run(@Nullable RunningDescriptor run) {
        if (run == null) {
            return null;
        }
        String phase = run.phase() == null
                ? null
                : run.phase() + (run.percent() == null ? "" : ", " + run.percent() + " % done");
        String blockers =
                run.blockedBy() == null || run.blockedBy().isEmpty() ? null : String.join("; ", run.blockedBy());
        return new PageRun(run.session(), run.openFor(), run.statement(), phase, blockers);
    }

    private static PageRevision revision(RevisionDescriptor revision) {
        Long took = revision.durationMs();
        return new PageRevision(
                revision.revision(),
                revision.downRevisions(),
                revision.dependsOn(),
                revision.branchLabels(),
                revision.message(),
                revision.state(),
                revision.head(),
                revision.appliedOn(),
                took == null ? null : Duration.ofMillis(took),
                revision.principal() == null ? revision.appliedBy() : revision.principal(),
                revision.replaces() == null ? List.of() : revision.replaces());
    }

    private static PageLogEntry entry(LogEntryDescriptor entry) {
        return new PageLogEntry(
                entry.id(),
                entry.operation(),
                entry.outcome(),
                entry.revision(),
                entry.message(),
                entry.startedAt(),
                Duration.ofMillis(entry.durationMs()),
                entry.principal() == null ? entry.appliedBy() : entry.principal(),
                entry.reason(),
                failure(entry.failure()));
    }

    private static @Nullable PageFailure failure(@Nullable FailureDescriptor failure) {
        if (failure == null) {
            return null;
        }
        String text = Stream.of(failure.message(), failure.detail(), failure.hint())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return new PageFailure(failure.sqlState(), place(failure), text.isEmpty() ? null : text, failure.blockedBy());
    }

    private static @Nullable String place(FailureDescriptor failure) {
        if (failure.line() == null) {
            return failure.file();
        }
        return failure.file() == null ? "line " + failure.line() : failure.file() + ":" + failure.line();
    }
}
