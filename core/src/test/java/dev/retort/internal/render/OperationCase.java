/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.operation.Operation;

/**
 * An operation with the database that it is for.
 *
 * @param name what it shows
 * @param since the first version of PostgreSQL that has it
 * @param setup the statements that make the database, separated by semicolons at line ends
 * @param operation the operation
 * @param exact whether the reversal restores exactly the previous state
 */
public record OperationCase(String name, int since, String setup, Operation operation, boolean exact) {

    static OperationCase of(String name, String setup, Operation operation) {
        return new OperationCase(name, 13, setup, operation, true);
    }

    OperationCase since(int version) {
        return new OperationCase(name, version, setup, operation, exact);
    }

    /** {@return this case, whose reversal the server refuses} */
    OperationCase oneWay() {
        return new OperationCase(name, since, setup, operation, false);
    }

    @Override
    public String toString() {
        return name;
    }
}
