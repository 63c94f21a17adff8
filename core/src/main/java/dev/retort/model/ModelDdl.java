/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.model;

import dev.retort.schema.MappingFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that create a model in an empty database.
 *
 * @param name the model
 * @param statements in the order in which they run
 * @param reach how much of a schema the model can state at all
 * @param formerNames the former names of tables and columns; outdated ones have no effect
 * @param facts what a mapping of classes knows beside its DDL
 * @param objects the object files, whose statements run after the others in an order that the server accepts; {@code null}
 *     when object files are no part of the model
 * @since 0.1
 */
public record ModelDdl(
        String name,
        List<ModelStatement> statements,
        Reach reach,
        List<StatedFormerName> formerNames,
        MappingFacts facts,
        @Nullable List<ObjectFile> objects) {

    /**
     * Copies the lists.
     *
     * @param name the model
     * @param statements in the order in which they run
     * @param reach how much of a schema the model can state at all
     * @param formerNames the former names of tables and columns; outdated ones have no effect
     * @param facts what a mapping of classes knows beside its DDL
     * @param objects the object files; {@code null} when they are no part of the model
     */
    public ModelDdl {
        statements = List.copyOf(statements);
        formerNames = List.copyOf(formerNames);
        objects = objects == null ? null : List.copyOf(objects);
    }

    /**
     * Makes statements of a model without object files.
     *
     * @param name the model
     * @param statements in the order in which they run
     * @param reach how much of a schema the model can state
     * @param formerNames what had other names before
     * @param facts what a mapping of classes knows beside its DDL
     */
    public ModelDdl(
            String name,
            List<ModelStatement> statements,
            Reach reach,
            List<StatedFormerName> formerNames,
            MappingFacts facts) {
        this(name, statements, reach, formerNames, facts, null);
    }

    /**
     * Makes statements of a model that knows nothing beside them and former names.
     *
     * @param name the model
     * @param statements in the order in which they run
     * @param reach how much of a schema the model can state
     * @param formerNames what had other names before
     */
    public ModelDdl(String name, List<ModelStatement> statements, Reach reach, List<StatedFormerName> formerNames) {
        this(name, statements, reach, formerNames, MappingFacts.NONE);
    }

    /**
     * Creates the statements of a model without former names.
     *
     * @param name the model
     * @param statements in the order in which they run
     * @param reach how much of a schema the model can state
     */
    public ModelDdl(String name, List<ModelStatement> statements, Reach reach) {
        this(name, statements, reach, List.of());
    }

    /**
     * {@return this model with object files}
     *
     * @param files the files
     */
    public ModelDdl withObjects(List<ObjectFile> files) {
        return new ModelDdl(name, statements, reach, formerNames, facts, files);
    }

    /** {@return the object files; none when they are no part of the model} */
    public List<ObjectFile> objectFiles() {
        return objects == null ? List.of() : objects;
    }

    /** How much of a schema a model can state. What it cannot state, it does not own. */
    public enum Reach {
        /**
         * A mapping of classes: tables with columns, keys, constraints and indexes, sequences, enum types, comments. It
         * does not own privileges, policies, triggers, functions and views unless it creates them.
         */
        MAPPING,
        /** Everything that SQL can state. */
        SCHEMA
    }
}
