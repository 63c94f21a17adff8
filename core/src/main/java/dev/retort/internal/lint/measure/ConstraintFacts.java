/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.lint.measure;

import java.util.List;

/**
 * A constraint of a table as {@code pg_constraint} has it.
 *
 * @param oid its OID
 * @param name its name
 * @param type {@code p}, {@code u}, {@code x}, {@code f}, {@code c} or {@code n}
 * @param validated whether it was checked for the rows that existed
 * @param referenced the OID of the referenced table of a foreign key, otherwise 0
 * @param index the OID of its index; 0 for none
 * @param columns the numbers of its columns
 * @param definition what follows {@code ADD CONSTRAINT name}
 */
public record ConstraintFacts(
        long oid,
        String name,
        char type,
        boolean validated,
        long referenced,
        long index,
        List<Integer> columns,
        String definition) {

    /** Copies the list. */
    public ConstraintFacts {
        columns = List.copyOf(columns);
    }

    /** {@return whether an index keeps it} */
    public boolean isIndexed() {
        return type == 'p' || type == 'u' || type == 'x';
    }
}
