/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.diff;

import dev.retort.operation.Operation;
import dev.retort.schema.ObjectKey;
import java.util.List;

/**
 * What makes one schema of another.
 *
 * <p>The way down is compared for itself, not reversed: so it knows what is lost on that way, and takes back what has no
 * reversal of its own, such as a new value of an enum type.
 *
 * @param upgrade what makes the wanted schema of the real one, in order
 * @param downgrade what gives the real one back, in order
 * @param unknown what the model does not know and was left alone
 * @param unsettled differences that PostgreSQL has no statement for, one sentence each
 */
public record Difference(
        List<Change> upgrade, List<Change> downgrade, List<ObjectKey> unknown, List<String> unsettled) {

    /** Copies the lists. */
    public Difference {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        unknown = List.copyOf(unknown);
        unsettled = List.copyOf(unsettled);
    }

    /** {@return whether there is nothing to do} */
    public boolean isEmpty() {
        return upgrade.isEmpty();
    }

    /** {@return the operations of the upgrade} */
    public List<Operation> operations() {
        return upgrade.stream().map(Change::operation).toList();
    }
}
