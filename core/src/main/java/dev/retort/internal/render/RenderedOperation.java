/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.operation.Operation;
import java.util.List;

/**
 * An operation as a script shows it.
 *
 * @param operation the operation
 * @param notes sentences for comments above it, without comment signs
 */
public record RenderedOperation(Operation operation, List<String> notes) {

    /** Copies the notes. */
    public RenderedOperation {
        notes = List.copyOf(notes);
    }

    /** {@return an operation without notes} */
    public static RenderedOperation of(Operation operation) {
        return new RenderedOperation(operation, List.of());
    }
}
