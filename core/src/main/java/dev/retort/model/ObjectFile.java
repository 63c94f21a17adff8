/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.model;

import java.util.List;

/**
 * A file of views, functions, procedures or triggers, which is part of the model beside entities or a {@code schema.sql}.
 *
 * @param source the file, for messages
 * @param statements its statements in their order
 * @since 0.1
 */
public record ObjectFile(String source, List<ModelStatement> statements) {

    /**
     * Copies the list.
     *
     * @param source the file, for messages
     * @param statements its statements in their order
     */
    public ObjectFile {
        statements = List.copyOf(statements);
    }
}
