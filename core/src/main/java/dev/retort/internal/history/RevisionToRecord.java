/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.graph.Revision;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The revision that a history row is about.
 *
 * @param revision its place in the graph
 * @param description the message of its script
 * @param checksum the checksum of its script
 * @param textChecksum the checksum under which the text is kept; another one for a squashed revision, whose text is not
 *     that of the revision which the history records
 * @param text the text of its script
 * @param placeholders the values of the placeholders of its script that may be kept, by name
 */
public record RevisionToRecord(
        Revision revision,
        String description,
        String checksum,
        String textChecksum,
        String text,
        Map<String, String> placeholders) {

    private static final Logger log = LoggerFactory.getLogger(RevisionToRecord.class);

    /** Copies the values. */
    public RevisionToRecord {
        placeholders = Map.copyOf(placeholders);
    }

    /** A revision that replaces no other. */
    public RevisionToRecord(
            Revision revision, String description, String checksum, String text, Map<String, String> placeholders) {
        this(revision, description, checksum, checksum, text, placeholders);
    }

    /** {@return the text, when there is one of at most so many bytes of UTF-8 and the server can keep it; otherwise {@code null}} */
    @Nullable
    String textWithin(int limit) {
        boolean fits = !text.isEmpty()
                && text.length() <= limit
                && text.getBytes(StandardCharsets.UTF_8).length <= limit
                && text.indexOf('\0') < 0;
        return fits ? text : null;
    }

    /** {@return the same, with a warning when the text is larger; a limit of 0 was chosen to keep none} */
    @Nullable
    String textToKeep(int limit) {
        String kept = textWithin(limit);
        if (kept == null && limit > 0 && !text.isEmpty()) {
            log.warn(
                    "The script of revision {} has {} bytes, and retort.script-text-limit is {}: the database does"
                            + " not store its text, so a build without the script cannot downgrade it, and validate"
                            + " shows no diff when the script changes",
                    revision.id(),
                    text.getBytes(StandardCharsets.UTF_8).length,
                    limit);
        }
        return kept;
    }
}
