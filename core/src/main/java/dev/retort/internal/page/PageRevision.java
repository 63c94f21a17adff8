/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.page;

import dev.retort.status.RevisionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A revision as the page shows it: what the reader may see of it.
 *
 * @param id the revision id
 * @param parents the revisions that it follows
 * @param dependencies the revisions that it depends on
 * @param labels its branch labels
 * @param message the message of its script; may be empty
 * @param state {@code applied}, {@code pending}, {@code changed}, {@code unknown}, {@code squashed}, {@code partial}; {@code script} where no
 *     database was asked
 * @param head whether nothing needs it
 * @param appliedOn when it was applied; {@code null} when it is not, or that is not known
 * @param took how long applying it took; {@code null} likewise
 * @param by who applied it; {@code null} likewise
 * @param replaces for a squashed revision, the revisions that it replaces
 */
public record PageRevision(
        String id,
        List<String> parents,
        List<String> dependencies,
        List<String> labels,
        String message,
        String state,
        boolean head,
        @Nullable Instant appliedOn,
        @Nullable Duration took,
        @Nullable String by,
        List<String> replaces) {

    /** Copies the lists. */
    public PageRevision {
        parents = List.copyOf(parents);
        dependencies = List.copyOf(dependencies);
        labels = List.copyOf(labels);
        replaces = List.copyOf(replaces);
    }

    /** {@return a revision for those who may see everything} */
    public static PageRevision of(RevisionStatus revision) {
        return new PageRevision(
                revision.revision(),
                revision.downRevisions(),
                revision.dependsOn(),
                revision.branchLabels(),
                revision.message(),
                revision.state().name().toLowerCase(Locale.ROOT),
                revision.head(),
                revision.appliedOn(),
                revision.took(),
                revision.principal() == null ? revision.appliedBy() : revision.principal(),
                revision.replaces());
    }
}
