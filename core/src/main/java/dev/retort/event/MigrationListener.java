/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.event;

/**
 * Receives the events of runs and steps. All methods do nothing unless overridden.
 *
 * <p>Called on the thread that runs the migration. {@link #beforeStep} and {@link #afterStep} are called inside the
 * step's transaction where it has one; an exception from any {@code before} or {@code afterStep} method fails the step,
 * which is rolled back. {@link #afterRun} and {@link #onFailure} are called after the outcome is final: their
 * exceptions are logged and change nothing.
 *
 * @since 0.1
 */
public interface MigrationListener {

    /**
     * Called once with the lock held, before the first step; not called when there is nothing to do.
     *
     * @param run the run with its plan
     */
    default void beforeRun(RunEvent run) {}

    /**
     * Called when the run has to wait for the migration lock, at once and then every ten seconds; its exceptions are
     * logged and change nothing.
     *
     * @param wait who holds the lock, and how long the run has waited
     */
    default void whileWaiting(LockWait wait) {}

    /**
     * Called with a notice before the first step: a setting of the database that the run overrides, or the adoption of a
     * database that another tool has migrated; its exceptions are logged and change nothing.
     *
     * @param notice one sentence
     */
    default void onNotice(String notice) {}

    /**
     * Called before the first statement of a step, again for each retry.
     *
     * @param step the step, with the number of the attempt
     */
    default void beforeStep(StepEvent step) {}

    /**
     * Called about once a second while a long statement runs, on another thread than the other methods; its exceptions
     * are logged and change nothing. Not called when no second connection is available.
     *
     * @param statement how long it has run, and what it waits for
     */
    default void whileRunning(StatementProgress statement) {}

    /**
     * Called after the last statement of a step, before it commits.
     *
     * @param step the step, which can still fail
     */
    default void afterStep(StepEvent step) {}

    /**
     * Called after the last step has committed.
     *
     * @param run the run with its plan, all of which is committed
     */
    default void afterRun(RunEvent run) {}

    /**
     * Called after a failure has been rolled back and recorded.
     *
     * @param run the run; earlier steps of it may be committed
     * @param failure the error that the caller of the run gets
     */
    default void onFailure(RunEvent run, Throwable failure) {}
}
