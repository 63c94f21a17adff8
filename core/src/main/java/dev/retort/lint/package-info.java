/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What {@code lint} says of revisions that have not run: findings with the rule, the lock, the estimate and the rewrite.
 * {@link dev.retort.lint.LintReport} is the answer, {@link dev.retort.lint.Rule} lists the rules. How statements are
 * measured is in {@code internal.lint}.
 */
@NullMarked
package dev.retort.lint;

import org.jspecify.annotations.NullMarked;
