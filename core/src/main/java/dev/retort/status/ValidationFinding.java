/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.status;

import org.jspecify.annotations.Nullable;

/**
 * A difference between scripts and history.
 *
 * @param kind what it is
 * @param revision the revision
 * @param source the file of its script; {@code null} when this build has none
 * @param appliedChecksum the checksum of the applied script; {@code null} if the history does not have it
 * @param checksum the checksum of the script; {@code null} when this build has none
 * @param appliedText the text of the applied script; {@code null} if it was not stored
 * @param text the text of the script; {@code null} when this build has none
 * @since 0.1
 */
public record ValidationFinding(
        Kind kind,
        String revision,
        @Nullable String source,
        @Nullable String appliedChecksum,
        @Nullable String checksum,
        @Nullable String appliedText,
        @Nullable String text) {

    /** The kinds of findings. */
    public enum Kind {
        /** The script was changed after it was applied. */
        CHANGED,
        /** The history says that it is applied, and this build has no script of it. */
        MISSING,
        /** A version row that neither this build nor the history knows. */
        UNKNOWN,
        /** It has not run here, although a revision that is applied has it as an ancestor. */
        UNRUN,
        /** Its step stopped between autocommit statements. */
        PARTIAL,
        /**
         * A row of the history table of another tool, from which the database was adopted, that was written, changed or
         * deleted since. The revision is the row, and the source the table.
         */
        OLD_HISTORY
    }

    /**
     * {@return a finding about a revision of which neither checksum nor text is known}
     *
     * @param kind what it is
     * @param revision the id of the revision
     */
    public static ValidationFinding of(Kind kind, String revision) {
        return new ValidationFinding(kind, revision, null, null, null, null, null);
    }
}
