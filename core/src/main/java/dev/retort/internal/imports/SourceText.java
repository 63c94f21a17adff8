/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports;

import org.jspecify.annotations.Nullable;

/**
 * The text of a migration, or of its undo.
 *
 * @param file where it was read, as messages name it
 * @param text the text with placeholders as Retort writes them, line ends as LF
 * @param original the text as the other tool sends it to the server, with the values of placeholders; {@code null} for what is
 *     not SQL there
 * @param inTransaction whether the other tool runs it in a transaction where PostgreSQL allows that
 */
public record SourceText(String file, String text, @Nullable String original, boolean inTransaction) {

    /** {@return the text of an undo that has nothing to do, and says so} */
    public static SourceText nothing(String file) {
        return new SourceText(file, "", null, true);
    }

    /** {@return whether there is nothing to do} */
    boolean isNothing() {
        return text.isEmpty() && original == null;
    }

    /** {@return the same with the values in place of the placeholders} */
    SourceText filled() {
        return original == null ? this : new SourceText(file, original, original, inTransaction);
    }
}
