/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.execute.step;

/** A step that does not run in one transaction. */
public interface DividedStep {

    /** {@return whether something of the step is committed although the step is not done} */
    boolean leftSomething();
}
