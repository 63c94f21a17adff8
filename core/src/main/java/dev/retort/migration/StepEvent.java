/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

/**
 * A step of a run.
 *
 * @param run the run
 * @param revision the revision id
 * @param message the message of its script; may be empty
 * @param position the number of the step in the run, counted from 1
 * @param attempt the number of the attempt, counted from 1: a step that could not get its locks is tried again
 */
public record StepEvent(RunEvent run, String revision, String message, int position, int attempt) {}
