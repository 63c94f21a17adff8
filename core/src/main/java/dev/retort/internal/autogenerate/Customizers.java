/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.autogenerate;

import dev.retort.diff.ComparisonContext;
import dev.retort.diff.Difference;
import dev.retort.diff.DifferenceCustomizer;
import dev.retort.error.RetortException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls customizers one after the other to rewrite a difference; an error names the customizer that failed.
 *
 * @param customizers in their order
 */
record Customizers(List<DifferenceCustomizer> customizers) {

    Difference rewrite(Difference found, ComparisonContext context) {
        Difference difference = found;
        for (DifferenceCustomizer customizer : customizers) {
            difference = rewrite(customizer, difference, context);
        }
        return difference;
    }

    private static Difference rewrite(
            DifferenceCustomizer customizer, Difference difference, ComparisonContext context) {
        @Nullable Difference rewritten;
        try {
            rewritten = customizer.customize(difference, context);
        } catch (RuntimeException e) {
            throw failed(customizer, e instanceof RetortException ? String.valueOf(e.getMessage()) : e.toString(), e);
        }
        if (rewritten == null) {
            throw failed(customizer, "It returned null.", null);
        }
        return rewritten;
    }

    private static RetortException failed(DifferenceCustomizer customizer, String why, @Nullable Exception cause) {
        return new RetortException(
                "The customizer " + customizer.name() + " could not rewrite the difference.",
                why,
                "Fix or remove the customizer; nothing was written.",
                cause);
    }
}
