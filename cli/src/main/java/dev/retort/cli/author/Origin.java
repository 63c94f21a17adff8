/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.graph.RevisionGraph;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where the time and the id of a new revision come from.
 *
 * @param clock tells when it is made
 * @param ids makes up ids
 */
public record Origin(Clock clock, Supplier<String> ids) {

    /** The time of this machine, and twelve random hexadecimal digits as Alembic has them. */
    public static Origin system() {
        return new Origin(Clock.systemUTC(), () -> {
            String random = UUID.randomUUID().toString();
            return random.substring(random.length() - 12);
        });
    }

    /** {@return an id that no revision has} */
    String newId(RevisionGraph graph) {
        String id = ids.get();
        while (graph.contains(id)) {
            id = ids.get();
        }
        return id;
    }
}
