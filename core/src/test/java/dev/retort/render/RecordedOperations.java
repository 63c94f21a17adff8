/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.render;

import dev.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What written Java calls in tests: it notes the operations. Public for the code that a test compiles. */
public final class RecordedOperations {

    private final List<Operation> applied = new ArrayList<>();

    /** Notes an operation. */
    public void apply(Operation operation) {
        applied.add(operation);
    }

    /** Runs a part. */
    public void autocommit(Consumer<RecordedOperations> part) {
        part.accept(this);
    }

    /** {@return what was noted} */
    public List<Operation> applied() {
        return List.copyOf(applied);
    }
}
