/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.model;

import dev.retort.schema.MappingFacts;
import java.util.List;

/**
 * The statements that make everything of a model in an empty database.
 *
 * @param name the model
 * @param statements in the order in which they run
 * @param reach how much of a schema the model can state at all
 * @param formerNames what had other names before; what is not so any more does no harm
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
     * @param formerNames what had other names before; what is not so any more does no harm
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
     * Makes statements of a model that says nothing of former names.
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
         * What a mapping of classes can say: tables with columns, keys, constraints and indexes, sequences, enum types,
         * comments. Privileges, policies, triggers, functions and views are somebody else's unless it makes them.
         */
        MAPPING,
        /** All that SQL can say. */
        SCHEMA
    }
}
