/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.order;

/** The place of a step among those that do not need each other; the constants are in the order of a script. */
public enum Rank {
    RENAME(Phase.TAKE_DOWN),
    DROP_POLICY(Phase.TAKE_DOWN),
    DROP_TRIGGER(Phase.TAKE_DOWN),
    DROP_DEFINED(Phase.TAKE_DOWN),
    DROP_FOREIGN_KEY(Phase.TAKE_DOWN),
    DROP_VIEW(Phase.TAKE_DOWN),
    DROP_CONSTRAINT(Phase.TAKE_DOWN),
    DROP_INDEX(Phase.TAKE_DOWN),
    DROP_DEFAULT(Phase.TAKE_DOWN),
    REPLACE_COLUMN(Phase.TAKE_DOWN),
    REPLACE_ROUTINE(Phase.TAKE_DOWN),
    REPLACE_TABLE(Phase.TAKE_DOWN),

    SCHEMA(Phase.MAKE),
    EXTENSION(Phase.MAKE),
    TYPE(Phase.MAKE),
    SEQUENCE(Phase.MAKE),
    TABLE(Phase.MAKE),
    CONSTRAINT(Phase.MAKE),
    INDEX(Phase.MAKE),
    VIEW(Phase.MAKE),
    ROUTINE(Phase.MAKE),
    SET_DEFAULT(Phase.MAKE),
    OWNERSHIP(Phase.MAKE),
    FOREIGN_KEY(Phase.MAKE),
    TRIGGER(Phase.MAKE),
    POLICY(Phase.MAKE),
    DEFINED(Phase.MAKE),
    REPLICA_IDENTITY(Phase.MAKE),

    DROP_COLUMN(Phase.DROP),
    DROP_TABLE(Phase.DROP),
    DROP_SEQUENCE(Phase.DROP),
    DROP_ROUTINE(Phase.DROP),
    DROP_TYPE(Phase.DROP),
    DROP_EXTENSION(Phase.DROP),
    DROP_SCHEMA(Phase.DROP);

    /** The three parts of a script. */
    enum Phase {
        /** Drops objects that later changes require to be dropped, dependents first. */
        TAKE_DOWN,
        /** Creates and changes the wanted objects, dependencies first. */
        MAKE,
        /** Drops the remaining objects, dependents first. */
        DROP
    }

    private final Phase phase;

    Rank(Phase phase) {
        this.phase = phase;
    }

    Phase phase() {
        return phase;
    }
}
