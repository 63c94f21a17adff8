/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.rule;

import dev.retort.lint.Estimate;
import dev.retort.lint.RelationSize;
import dev.retort.lint.Sizes;
import java.time.Duration;
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

    /** {@return how long it takes to read a table as a whole} */
    Optional<Estimate> scan(String table) {
        return size(table).map(size -> SCAN.of(size.heapBytes()));
    }

    /** {@return how long it takes to write a table again, without its indexes} */
    Optional<Estimate> rewrite(String table) {
        return size(table).map(size -> REWRITE.of(size.heapBytes() + size.toastBytes()));
    }

    /** {@return how long it takes to build an index on a table} */
    Optional<Estimate> build(String table) {
        return size(table).map(size -> BUILD.of(size.heapBytes()));
    }
}
