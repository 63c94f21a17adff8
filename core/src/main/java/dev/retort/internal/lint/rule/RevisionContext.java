/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.CatalogFacts;
import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.price.Prices;
import dev.retort.internal.script.RevisionScript;
import dev.retort.lint.LintSettings;
import dev.retort.schema.Table;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.name.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A revision that was measured.
 *
 * @param script its script
 * @param measurements its statements
 * @param range what is the same for all judged revisions
 * @param before the catalog before it
 * @param after the catalog after it
 * @param tables its tables after it, each read when a rewrite needs it
 */
public record RevisionContext(
        RevisionScript script,
        List<Measurement> measurements,
        RangeContext range,
        CatalogFacts before,
        CatalogFacts after,
        Function<QualifiedName, Optional<Table>> tables) {

    /** Copies the list. */
    public RevisionContext {
        measurements = List.copyOf(measurements);
    }

    /**
     * The facts that all judged revisions share.
     *
     * @param version the scratch server's
     * @param defaultSchema the schema that the search path finds first; {@code null} for none
     * @param start the catalog before the first of them
     * @param changedRows the OIDs of tables whose rows earlier revisions of the range change
     * @param prices what passes take
     * @param settings how findings are judged
     * @param real what is known of the real database alone
     * @param bounds the condition that the bounds of a partition state, as the scratch server writes it
     */
    public record RangeContext(
            ServerVersion version,
            @Nullable String defaultSchema,
            CatalogFacts start,
            Set<Long> changedRows,
            Prices prices,
            LintSettings settings,
            RealDatabase real,
            Function<Long, @Nullable String> bounds) {

        /** {@return the same for a range that begins with this catalog} */
        public RangeContext from(CatalogFacts other) {
            return new RangeContext(
                    version, defaultSchema, other, new java.util.HashSet<>(), prices, settings, real, bounds);
        }

        /** {@return whether a relation existed before the first of them} */
        boolean isOld(long oid) {
            return start.relation(oid) != null;
        }
    }

    boolean isOld(long oid) {
        return range.isOld(oid);
    }

    /** {@return the statements of the same transaction behind one} */
    List<Measurement> rest(Measurement measured, int position) {
        return measurements.subList(position + 1, measurements.size()).stream()
                .filter(other -> other.transaction() == measured.transaction() && other.failure() == null)
                .toList();
    }
}
