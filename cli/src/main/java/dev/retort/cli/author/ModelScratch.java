/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.author;

import dev.retort.internal.scratch.Scratch;
import dev.retort.model.ModelDdl;

/**
 * A scratch database in which a model was made.
 *
 * @param scratch the database
 * @param ddl what was run there
 */
public record ModelScratch(Scratch scratch, ModelDdl ddl) implements AutoCloseable {

    @Override
    public void close() {
        scratch.close();
    }
}
