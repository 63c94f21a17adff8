/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli;

import dev.retort.diff.ComparisonContext;
import dev.retort.diff.Difference;
import dev.retort.diff.DifferenceCustomizer;
import java.util.Locale;

/** A service on the class path of these tests: excludes staging tables, and fails on broken ones. */
public final class StagingCustomizer implements DifferenceCustomizer {

    /** For {@link java.util.ServiceLoader}. */
    public StagingCustomizer() {}

    @Override
    public Difference customize(Difference difference, ComparisonContext context) {
        if (difference.operations().stream()
                .anyMatch(operation -> operation.describe().contains("broken_"))) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "Broken in %s on %s", context.schema(), context.database()));
        }
        return difference.without(operation -> operation.describe().contains("staging_"));
    }
}
