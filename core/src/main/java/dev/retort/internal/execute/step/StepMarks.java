/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

import dev.retort.internal.plan.Coverage;
import dev.retort.internal.plan.UpgradeFingerprint;

/**
 * What the first and the last step of a run record in addition.
 *
 * @param holds what the first step does to a hold
 * @param coverage what the first step says of earlier revisions
 * @param mirror what steps write beside Retort's tables
 * @param fingerprint what the last step says of the whole
 */
public record StepMarks(HoldWriter holds, Coverage coverage, UpgradeFingerprint fingerprint, StepMirror mirror) {}
