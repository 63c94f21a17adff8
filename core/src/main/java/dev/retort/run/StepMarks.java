/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.run;

/**
 * What the first and the last step of a run record beside themselves.
 *
 * @param holds what the first step does to a hold
 * @param coverage what the first step says of earlier revisions
 * @param seal what the last step says of the whole
 */
record StepMarks(Holds holds, Coverage coverage, Seal seal) {}
