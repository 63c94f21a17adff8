/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

import java.time.Duration;
import java.util.List;

/**
 * A step that ran, or that a dry run would run.
 *
 * @param revision the revision id
 * @param downRevisions its parents
 * @param message the message of its script; may be empty
 * @param rowsAfter the version rows after it
 * @param took how long it took, retries included; zero in a dry run
 * @param sql the statements in order, each with the semicolon that ends it
 * @since 0.1
 */
public record StepResult(
        String revision,
        List<String> downRevisions,
        String message,
        List<String> rowsAfter,
        Duration took,
        List<String> sql) {

    /**
     * Copies the lists.
     *
     * @param revision the revision id
     * @param downRevisions its parents
     * @param message the message of its script; may be empty
     * @param rowsAfter the version rows after it
     * @param took how long it took, retries included; zero in a dry run
     * @param sql the statements in order, each with the semicolon that ends it
     */
    public StepResult {
        downRevisions = List.copyOf(downRevisions);
        rowsAfter = List.copyOf(rowsAfter);
        sql = List.copyOf(sql);
    }
}
