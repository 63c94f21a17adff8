/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.model;

import dev.retort.schema.MappingFacts;
import java.util.List;

/**
 * The statements that create a model in an empty database.
 *
 * @param name the model
 * @param statements in the order in which they run
 * @param reach how much of a schema the model can state at all
 * @param formerNames the former names of tables and columns; outdated ones have no effect
 * @param facts what a mapping of classes knows beside its DDL
 * @since 0.1
 */
public record ModelDdl(
        String name,
        List<ModelStatement> statements,
        Reach reach,
        List<StatedFormerName> formerNames,
        MappingFacts facts) {

    /**
     * Copies the lists.
     *
     * @param name the model
     * @param statements in the order in which they run
     * @param reach how much of a schema the model can state at all
     * @param formerNames the former names of tables and columns; outdated ones have no effect
     * @param facts what a mapping of classes knows beside its DDL
     */
    public ModelDdl {
        statements = List.copyOf(statements);
        formerNames = List.copyOf(formerNames);
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
