/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One of the changes that every peer makes: three statements, none of which knows of the other changes.
 *
 * @param number its place in the row, from 1
 */
record Change(int number) {

    static List<Change> upTo(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Change::new).toList();
    }

    private String table() {
        return String.format(Locale.ROOT, "item_%06d", number);
    }

    /** {@return twelve hexadecimal digits, in no order, as Retort makes them} */
    String id() {
        return String.format(Locale.ROOT, "%012x", (number * 0x9E3779B97F4A7C15L) >>> 16);
    }

    /** {@return digits that sort as the changes do} */
    String sequence() {
        return String.format(Locale.ROOT, "%06d", number);
    }

    String upgrade() {
        return """
                CREATE TABLE %1$s (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    name text NOT NULL,
                    created_at timestamptz NOT NULL DEFAULT now()
                );
                CREATE INDEX ix_%1$s_name ON %1$s (name);
                COMMENT ON TABLE %1$s IS 'What the change %2$d made';
                """.formatted(table(), number);
    }

    String downgrade() {
        return "DROP TABLE " + table() + ";\n";
    }
}
