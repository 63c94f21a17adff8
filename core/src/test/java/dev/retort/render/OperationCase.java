/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.render;

import dev.retort.operation.Operation;

/**
 * An operation with the database that it is for.
 *
 * @param name what it shows
 * @param since the first version of PostgreSQL that has it
 * @param setup the statements that make the database, separated by semicolons at line ends
 * @param operation the operation
 */
record OperationCase(String name, int since, String setup, Operation operation) {

    static OperationCase of(String name, String setup, Operation operation) {
        return new OperationCase(name, 13, setup, operation);
    }

    OperationCase since(int version) {
        return new OperationCase(name, version, setup, operation);
    }

    @Override
    public String toString() {
        return name;
    }
}
