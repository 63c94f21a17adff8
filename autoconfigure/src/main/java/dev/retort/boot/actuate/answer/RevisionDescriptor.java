/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate.answer;

import dev.retort.boot.actuate.answer.RunDescriptor.FindingDescriptor;
import dev.retort.lint.Finding;
import dev.retort.status.RevisionDetail;
import dev.retort.status.RevisionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * A revision as the endpoint shows it.
 *
 * @param revision the revision id
 * @param downRevisions its parents
 * @param dependsOn what it depends on
 * @param branchLabels its branch labels
 * @param message the message of its script; may be empty
 * @param created the {@code created} line of its script; {@code null} when it has none
 * @param state {@code applied}, {@code pending}, {@code changed}, {@code unknown}, {@code squashed} or {@code partial}
 * @param head whether it is a head
 * @param checksum the checksum of its script; {@code null} when there is none
 * @param appliedOn when it was applied; {@code null} if it is not applied, or the time was not recorded
 * @param durationMs the duration of its upgrade in milliseconds; {@code null} as above
 * @param appliedBy the database user that applied it; {@code null} as above, or if SQL may not be shown
 * @param principal the authenticated principal that applied it; {@code null} if there was none
 * @param reversible whether it has a downgrade
 * @param replaces the ids of the revisions that it replaces; {@code null} unless it is squashed
 * @param findings what the build's lint found in it; {@code null} in lists, unless it is pending, or if SQL may not be shown
 * @param sql the text of its script; {@code null} in lists, or if SQL may not be shown
 * @since 0.1
 */
public record RevisionDescriptor(
        String revision,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> branchLabels,
        String message,
        @Nullable String created,
        String state,
        boolean head,
        @Nullable String checksum,
        @Nullable Instant appliedOn,
        @Nullable Long durationMs,
        @Nullable String appliedBy,
        @Nullable String principal,
        boolean reversible,
        @Nullable List<String> replaces,
        @Nullable List<FindingDescriptor> findings,
        @Nullable String sql)
        implements OperationResponseBody {

    /** Copies the lists. */
    public RevisionDescriptor {
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
        replaces = replaces == null ? null : List.copyOf(replaces);
        findings = findings == null ? null : List.copyOf(findings);
    }

    /** Describes a revision with its script and findings to a caller that may see SQL. */
    public static RevisionDescriptor of(RevisionDetail detail, List<Finding> findings) {
        List<FindingDescriptor> found =
                findings.stream().map(FindingDescriptor::of).toList();
        return of(detail.status(), true, found.isEmpty() ? null : found, detail.sql());
    }

    public static RevisionDescriptor of(RevisionStatus status, boolean withSql) {
        return of(status, withSql, null, null);
    }

    private static RevisionDescriptor of(
            RevisionStatus status, boolean withSql, @Nullable List<FindingDescriptor> findings, @Nullable String sql) {
        Duration took = status.took();
        return new RevisionDescriptor(
                status.revision(),
                status.downRevisions(),
                status.dependsOn(),
                status.branchLabels(),
                status.message(),
                status.created().isEmpty() ? null : status.created(),
                status.state().name().toLowerCase(Locale.ROOT),
                status.head(),
                status.checksum(),
                status.appliedOn(),
                took == null ? null : took.toMillis(),
                withSql ? status.appliedBy() : null,
                status.principal(),
                status.reversible(),
                status.replaces().isEmpty() ? null : status.replaces(),
                findings,
                sql);
    }
}
