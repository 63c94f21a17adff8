/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.actuate;

import dev.retort.boot.actuate.answer.RequestRefusedException;
import dev.retort.run.RunRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A write request as it was sent.
 *
 * @param operation the operation
 * @param revision the target
 * @param dryRun {@code true} or {@code false}
 * @param database the database; {@code null} for the only one
 */
record WriteRequest(
        String operation,
        @Nullable String revision,
        @Nullable String dryRun,
        @Nullable String database) {

    static final String OPERATION = "operation";
    static final String REVISION = "revision";
    static final String DRY_RUN = "dryRun";
    static final String DATABASE = "database";
    static final Set<String> KEYS = Set.of(OPERATION, REVISION, DRY_RUN, DATABASE);

    WriteRequest withDatabase(@Nullable String value) {
        return new WriteRequest(operation, revision, dryRun, value);
    }

    /** {@return the requested operation} */
    MigrationOperation knownOperation() {
        return MigrationOperation.find(operation)
                .orElseThrow(() -> RequestRefusedException.notFound(
                        "Unknown operation.",
                        "The operations are: stamp, downgrade, upgrade.",
                        "POST to one of them."));
    }

    /** {@return the request for the run; both values are required, so that a mistyped key runs nothing} */
    RunRequest toRun(String principal) {
        if (revision == null || revision.isBlank()) {
            throw RequestRefusedException.unusable(
                    "The value 'revision' is missing.", "There is no default target.", "Send it in the JSON body.");
        }
        return RunRequest.by(principal, revision).withDryRun(isDryRun());
    }

    private boolean isDryRun() {
        if (!"true".equals(dryRun) && !"false".equals(dryRun)) {
            throw RequestRefusedException.unusable(
                    "The value 'dryRun' is neither true nor false.",
                    "There is no default for dryRun.",
                    "Send \"true\" or \"false\" in the JSON body.");
        }
        return "true".equals(dryRun);
    }
}
