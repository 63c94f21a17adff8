/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.model;

/**
 * A source of the wanted schema: the entities of an application, or a file.
 *
 * <p>Called on the thread of the command or test that compares, outside of a transaction. Two comparisons may call it at
 * the same time.
 *
 * @since 0.1
 */
public interface SchemaModel {

    /** {@return its name in {@code retort.model}, such as {@code hibernate} or {@code sql:schema.sql}} */
    String name();

    /**
     * Returns the statements that create the model in an empty database.
     *
     * @param majorVersion the version of the server that they are for, such as 17
     * @return the statements, which run in a scratch database and never in the real one
     * @throws dev.retort.error.RetortException when the model cannot be read
     */
    ModelDdl ddl(int majorVersion);
}
