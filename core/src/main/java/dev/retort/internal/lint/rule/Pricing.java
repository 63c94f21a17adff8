/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.internal.lint.measure.Measurement;
import dev.retort.internal.lint.measure.RelationFacts;
import dev.retort.lint.Estimate;
import java.util.Optional;

/**
 * How long the statements of a revision take.
 *
 * @param revision the revision
 */
public record Pricing(RevisionContext revision) {

    /** {@return how long a statement takes; empty when the size of one of its tables is unknown} */
    public Optional<Estimate> statement(Measurement measured, int position) {
        Subject subject = new Subject(measured, revision, position);
        Prices prices = revision.range().prices();
        if (prices.sizes().isEmpty()) {
            return Optional.empty();
        }
        Estimate sum = Estimate.NONE;
        for (long table : measured.scans().keySet()) {
            if (revision.isOld(table)) {
                Optional<Estimate> known = table(subject, table);
                if (known.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.plus(known.get());
            }
        }
        return Optional.of(sum);
    }

    private Optional<Estimate> table(Subject subject, long oid) {
        RelationFacts relation = subject.measured().relation(oid);
        Prices prices = revision.range().prices();
        if (relation == null || prices.size(relation.toString()).isEmpty()) {
            return Optional.empty();
        }
        String name = relation.toString();
        int checks = subject.checks(oid);
        boolean rewrites = subject.rewrites(oid);
        int builds = subject.measured().scansOf(oid) - checks - (rewrites ? 1 : 0);
        Estimate sum = rewrites ? prices.rewrite(name).orElseThrow() : Estimate.NONE;
        for (int i = 0; i < checks; i++) {
            sum = sum.plus(prices.scan(name).orElseThrow());
        }
        for (int i = 0; i < builds; i++) {
            sum = sum.plus(prices.build(name).orElseThrow());
        }
        return Optional.of(sum);
    }

    /** {@return how long the locks of a statement are held: it, and what follows it in its transaction} */
    public Optional<Estimate> held(Measurement measured, int position) {
        Optional<Estimate> sum = statement(measured, position);
        for (int i = position + 1; i < revision.measurements().size(); i++) {
            Measurement next = revision.measurements().get(i);
            if (next.transaction() == measured.transaction() && next.failure() == null) {
                int at = i;
                sum = sum.flatMap(first -> statement(next, at).map(first::plus));
            }
        }
        return sum;
    }
}
