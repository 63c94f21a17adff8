/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.error.RetortException;

/** The graph cannot be loaded, a target cannot be resolved, or no plan leads to it. */
public final class GraphException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final GraphError error;

    GraphException(GraphError error, String what, String why, String action) {
        super(what, why, action);
        this.error = error;
    }

    /** {@return which of the graph's errors this is} */
    public GraphError error() {
        return error;
    }

    @Override
    public Category category() {
        return error.category();
    }
}
