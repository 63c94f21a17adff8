/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.operation.Operation;
import java.util.List;

/**
 * An operation and what a person should know of it before it runs.
 *
 * @param operation the operation
 * @param notes sentences for comments above it, without comment signs
 */
public record Change(Operation operation, List<String> notes) {

    /** Copies the notes. */
    public Change {
        notes = List.copyOf(notes);
    }

    /** {@return an operation that needs no words} */
    public static Change of(Operation operation) {
        return new Change(operation, List.of());
    }

    /** {@return an operation with words} */
    public static Change of(Operation operation, String... notes) {
        return new Change(operation, List.of(notes));
    }
}
