/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.script.read;

import dev.retort.graph.Revision;
import dev.retort.internal.script.Squash;
import org.jspecify.annotations.Nullable;

/**
 * The header of a script.
 *
 * @param revision its place in the graph
 * @param message the {@code message}; may be empty
 * @param created the {@code created} as written; may be empty
 * @param placeholders whether it has {@code placeholders: true}
 * @param squash what it replaces; {@code null} for nothing
 */
record Header(
        Revision revision,
        String message,
        String created,
        boolean placeholders,
        @Nullable Squash squash) {}
