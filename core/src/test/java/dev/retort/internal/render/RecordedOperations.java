/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.render;

import dev.retort.migration.Batches;
import dev.retort.migration.Operations;
import dev.retort.migration.RunArguments;
import dev.retort.migration.SqlCall;
import dev.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What written Java calls in tests: it notes the operations. */
public final class RecordedOperations implements Operations {

    private final List<Operation> applied = new ArrayList<>();

    @Override
    public void apply(Operation operation) {
        applied.add(operation);
    }

    @Override
    public void autocommit(Consumer<Operations> part) {
        part.accept(this);
    }

    /** {@return what was noted} */
    public List<Operation> applied() {
        return List.copyOf(applied);
    }

    @Override
    public SqlCall sql(String sql) {
        throw new UnsupportedOperationException("Written Java reads no results: " + sql);
    }

    @Override
    public void inBatches(Batches batches) {
        throw new UnsupportedOperationException("Written Java has no batches: " + batches);
    }

    @Override
    public void reverse(Consumer<Operations> part) {
        throw new UnsupportedOperationException("Written Java has its reversal written out");
    }

    @Override
    public RunArguments arguments() {
        throw new UnsupportedOperationException("Written Java does not ask who runs it");
    }
}
