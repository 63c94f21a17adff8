/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint;

import dev.retort.internal.lint.price.Prices;
import dev.retort.internal.lint.rule.RealDatabase;
import dev.retort.lint.LintSettings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The settings and prices by which findings are judged.
 *
 * @param settings severities and limits
 * @param prices what passes take
 * @param real what only the real database or the application knows
 * @param today the day, for suppressions
 * @param alone whether each revision is judged as if it were deployed alone
 * @param data asks the rows of the real database; {@code null} for no questions
 */
record Basis(
        LintSettings settings,
        Prices prices,
        RealDatabase real,
        LocalDate today,
        boolean alone,
        @Nullable DataAsker data) {}
