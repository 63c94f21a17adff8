/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.graph.RevisionGraph;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The sources of the time and the id of a new revision.
 *
 * @param clock the clock for {@code created}
 * @param ids generates ids
 */
public record Origin(Clock clock, Supplier<String> ids) {

    /** The system clock, and twelve random hexadecimal digits as in Alembic. */
    public static Origin system() {
        return new Origin(Clock.systemUTC(), () -> {
            String random = UUID.randomUUID().toString();
            return random.substring(random.length() - 12);
        });
    }

    /** {@return an unused id} */
    String newId(RevisionGraph graph) {
        String id = ids.get();
        while (graph.contains(id)) {
            id = ids.get();
        }
        return id;
    }
}
