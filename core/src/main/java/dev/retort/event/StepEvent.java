/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.event;

import java.util.List;

/**
 * A step of a run.
 *
 * @param run the run
 * @param revision the revision id
 * @param downRevisions the revisions directly below it, as its script names them; empty at the base
 * @param message the message of its script; may be empty
 * @param position the number of the step in the run, counted from 1
 * @param attempt the number of the attempt, counted from 1: a step that timed out waiting for a lock is tried again
 * @since 0.1
 */
public record StepEvent(
        RunEvent run, String revision, List<String> downRevisions, String message, int position, int attempt) {

    /**
     * Copies the list.
     *
     * @param run the run
     * @param revision the revision id
     * @param downRevisions the revisions directly below it, as its script names them; empty at the base
     * @param message the message of its script; may be empty
     * @param position the number of the step in the run, counted from 1
     * @param attempt the number of the attempt, counted from 1: a step that timed out waiting for a lock is tried again
     */
    public StepEvent {
        downRevisions = List.copyOf(downRevisions);
    }
}
