/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.price;

import dev.retort.lint.Estimate;
import dev.retort.lint.RelationSize;
import dev.retort.lint.Sizes;
import dev.retort.lint.TablePass;
import java.util.List;
import java.util.Optional;

/**
 * Turns passes into time by the sizes of the real database.
 *
 * @param sizes the sizes
 * @param rates how fast tables are read and written
 */
public record Prices(Sizes sizes, Rates rates) {

    /**
     * With the rates of common disks.
     *
     * @param sizes the sizes
     */
    public Prices(Sizes sizes) {
        this(sizes, Rates.COMMON);
    }

    /** {@return the size of a table, with its schema in the name} */
    public Optional<RelationSize> size(String table) {
        return sizes.table(table);
    }

    /** {@return how long passes take after one another; empty when the size of one of their tables is unknown} */
    public Optional<Estimate> of(List<TablePass> passes) {
        if (sizes.isEmpty()) {
            return Optional.empty();
        }
        Estimate sum = Estimate.NONE;
        for (TablePass pass : passes) {
            Optional<Estimate> one = size(pass.table()).map(size -> of(pass.kind(), size));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(one.get());
        }
        return Optional.of(sum);
    }

    private Estimate of(TablePass.Kind kind, RelationSize size) {
        return switch (kind) {
            case SCAN -> rates.reading().of(size.heapBytes());
            case LOOKUP, BUILD -> rates.writing().of(size.heapBytes());
            case REWRITE -> rates.writing().of(size.heapBytes() + size.toastBytes());
        };
    }
}
