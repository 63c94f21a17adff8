/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.failure;

import dev.retort.boot.MigrationFailedException;
import dev.retort.boot.properties.RetortDatabases;
import org.jspecify.annotations.Nullable;

/**
 * Builds the description of a failure analysis.
 *
 * @since 0.1
 */
public final class FailureText {

    private static final int LABEL_WIDTH = 12;

    private final StringBuilder text;
    private boolean inLines;

    public FailureText(String what) {
        text = new StringBuilder(what);
    }

    /** Adds the name of the database, if there are several. */
    public FailureText database(@Nullable MigrationFailedException failed) {
        if (failed != null && !failed.database().equals(RetortDatabases.SINGLE)) {
            text.insert(0, "Database '" + failed.database() + "': ");
        }
        return this;
    }

    public FailureText paragraph(String paragraph) {
        if (!paragraph.isEmpty()) {
            text.append("\n\n").append(paragraph);
        }
        return this;
    }

    /** Adds a labeled line, or none for an empty value; further lines of the value are indented. */
    public FailureText line(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            text.append(inLines ? "\n" : "\n\n")
                    .append("    ")
                    .append(label)
                    .append(": ")
                    .append(" ".repeat(Math.max(0, LABEL_WIDTH - label.length() - 2)))
                    .append(value.strip().replace("\n", "\n" + " ".repeat(LABEL_WIDTH + 4)));
            inLines = true;
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
