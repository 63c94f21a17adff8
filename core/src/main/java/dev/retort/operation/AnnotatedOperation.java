/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.operation;

import java.util.List;

/**
 * An operation and notes for the reader of the script.
 *
 * @param operation the operation
 * @param notes sentences for comments above it, without comment signs
 * @since 0.1
 */
public record AnnotatedOperation(Operation operation, List<String> notes) {

    /**
     * Copies the notes.
     *
     * @param operation the operation
     * @param notes sentences for comments above it, without comment signs
     */
    public AnnotatedOperation {
        notes = List.copyOf(notes);
    }

    /**
     * {@return an operation without notes}
     *
     * @param operation the operation; generated scripts show no comment above it
     */
    public static AnnotatedOperation of(Operation operation) {
        return new AnnotatedOperation(operation, List.of());
    }

    /**
     * {@return an operation with notes}
     *
     * @param operation the operation
     * @param notes sentences for comments above it, without comment signs, one for each comment
     */
    public static AnnotatedOperation of(Operation operation, String... notes) {
        return new AnnotatedOperation(operation, List.of(notes));
    }
}
