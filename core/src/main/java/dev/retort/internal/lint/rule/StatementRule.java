/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.lint.Finding;
import java.util.List;

/** Looks at one statement that ran. Has no state. */
@FunctionalInterface
interface StatementRule {

    /** {@return what it finds} */
    List<Finding> check(Subject subject);
}
