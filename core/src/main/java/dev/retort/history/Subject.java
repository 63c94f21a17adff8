/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.history;

import dev.retort.graph.Revision;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The revision that a history row is about.
 *
 * @param revision its place in the graph
 * @param description the message of its script
 * @param checksum the checksum of its script
 * @param text the text of its script
 */
public record Subject(Revision revision, String description, String checksum, String text) {

    /** {@return the text, when there is one of at most so many bytes of UTF-8 and the server can keep it; otherwise {@code null}} */
    @Nullable
    String textWithin(int limit) {
        boolean fits = !text.isEmpty()
                && text.length() <= limit
                && text.getBytes(StandardCharsets.UTF_8).length <= limit
                && text.indexOf('\0') < 0;
        return fits ? text : null;
    }
}
