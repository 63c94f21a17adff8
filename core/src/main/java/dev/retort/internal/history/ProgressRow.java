/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.history;

import dev.retort.run.RunKind;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a step that does not run in one transaction.
 *
 * @param revision the revision
 * @param operation an upgrade or a downgrade
 * @param statement the number of the statement in the step, counted from 1
 * @param fingerprint of its text, so that an edited script is noticed
 * @param done whether it is known to have run; otherwise it was about to
 * @param definition for a concurrent index build, the server's rendering of the index; otherwise {@code null}
 * @param answer what a done statement of a Java revision answered, for when its code runs again; {@code null} where no code
 *     reads it
 */
public record ProgressRow(
        String revision,
        RunKind operation,
        int statement,
        String fingerprint,
        boolean done,
        @Nullable String definition,
        @Nullable String answer) {

    /** A statement whose answer no code reads. */
    public ProgressRow(
            String revision,
            RunKind operation,
            int statement,
            String fingerprint,
            boolean done,
            @Nullable String definition) {
        this(revision, operation, statement, fingerprint, done, definition, null);
    }
}
