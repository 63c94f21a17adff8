/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.diff.model;

import dev.retort.schema.part.Column;
import java.util.List;
import java.util.Objects;

/** The columns of views. */
public final class ViewColumns {

    private ViewColumns() {}

    /** {@return whether a view with the first columns can get the others: the same ones, and more behind them} */
    public static boolean areWithin(List<Column> some, List<Column> all) {
        if (some.size() > all.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!isSame(some.get(i), all.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Column column, Column other) {
        return column.name().equals(other.name())
                && column.type().equals(other.type())
                && Objects.equals(column.collation(), other.collation());
    }
}
