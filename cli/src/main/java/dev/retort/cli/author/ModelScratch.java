/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.internal.scratch.Scratch;
import dev.retort.model.ModelDdl;

/**
 * A scratch database that contains the schema of a model.
 *
 * @param scratch the database
 * @param ddl the statements that were run there
 */
public record ModelScratch(Scratch scratch, ModelDdl ddl) implements AutoCloseable {

    @Override
    public void close() {
        scratch.close();
    }
}
