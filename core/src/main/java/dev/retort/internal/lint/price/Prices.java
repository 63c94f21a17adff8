/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.price;

import dev.retort.lint.Estimate;
import dev.retort.lint.RelationSize;
import dev.retort.lint.Sizes;
import dev.retort.lint.TablePass;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Turns passes into time by the sizes of the real database.
 *
 * @param sizes the sizes
 */
public record Prices(Sizes sizes) {

    private static final double MEGABYTE = 1024.0 * 1024.0;
    /** Megabytes a second at which a pass reads, a slow and a fast disk. */
    private static final Rate SCAN = new Rate(250, 1500);
    /** Megabytes of the old table a second at which a rewrite goes, with its share of WAL. */
    private static final Rate REWRITE = new Rate(40, 200);
    /** Megabytes of table a second at which an index is read, sorted and written. */
    private static final Rate BUILD = new Rate(40, 200);

    /** Megabytes of the referencing table a second at which a foreign key is checked. */
    private static final Rate LOOKUP = new Rate(40, 200);

    private record Rate(double slow, double fast) {
        Estimate of(long bytes) {
            return new Estimate(duration(bytes, fast), duration(bytes, slow));
        }

        private static Duration duration(long bytes, double rate) {
            return Duration.ofMillis((long) (bytes / MEGABYTE / rate * 1000));
        }
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

    private static Estimate of(TablePass.Kind kind, RelationSize size) {
        return switch (kind) {
            case SCAN -> SCAN.of(size.heapBytes());
            case LOOKUP -> LOOKUP.of(size.heapBytes());
            case REWRITE -> REWRITE.of(size.heapBytes() + size.toastBytes());
            case BUILD -> BUILD.of(size.heapBytes());
        };
    }
}
