/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script;

import dev.retort.graph.Direction;
import dev.retort.graph.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision: a parsed script, or a class.
 *
 * @param revision its place in the graph
 * @param source where it was read: a path, or an entry of a jar, as a user would name it in an error
 * @param message the {@code message} of the header; may be empty
 * @param created the {@code created} of the header as written; may be empty
 * @param placeholders whether {@code ${name}} is replaced in its statements
 * @param upgrade the parts of the upgrade, without empty ones; of a class, none
 * @param downgrade the downgrade; of a class, without parts
 * @param checksum SHA-256 in lower-case hexadecimal over the statements and the graph fields; empty for a class that
 *     declares no fingerprint, which is then never held to be changed
 * @param text the whole text, line ends as LF, before placeholders; empty for a class
 * @param code the class of a Java revision; {@code null} for a script
 * @param squash what a squashed revision replaces; {@code null} for any other
 */
public record RevisionScript(
        Revision revision,
        String source,
        String message,
        String created,
        boolean placeholders,
        List<ScriptPart> upgrade,
        DowngradeSection downgrade,
        String checksum,
        String text,
        @Nullable RevisionCode code,
        @Nullable Squash squash) {

    /** A revision that replaces no other. */
    public RevisionScript(
            Revision revision,
            String source,
            String message,
            String created,
            boolean placeholders,
            List<ScriptPart> upgrade,
            DowngradeSection downgrade,
            String checksum,
            String text,
            @Nullable RevisionCode code) {
        this(revision, source, message, created, placeholders, upgrade, downgrade, checksum, text, code, null);
    }

    /** {@return the checksum that the history has of it: that of the script before a squash} */
    public String recordedChecksum() {
        return squash == null ? checksum : squash.last().checksum();
    }

    /** {@return whether a change of it can be noticed} */
    public boolean hasChecksum() {
        return !checksum.isEmpty();
    }

    /** Copies the parts. */
    public RevisionScript {
        upgrade = List.copyOf(upgrade);
    }

    /** {@return the parts of a direction, of which a downgrade must be reversible} */
    public List<ScriptPart> parts(Direction direction) {
        return direction == Direction.UPGRADE ? upgrade : ((DowngradeSection.Reversible) downgrade).parts();
    }
}
