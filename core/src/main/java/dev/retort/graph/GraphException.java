/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.graph;

import dev.retort.error.RetortException;
import java.util.List;

/**
 * The graph cannot be loaded, a target cannot be resolved, or no plan leads to it.
 *
 * @since 0.1
 */
public final class GraphException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** The kind of error. */
    private final GraphError error;

    /** The ids of the revisions that are at fault; empty when there are none. */
    private final List<String> revisions;

    GraphException(GraphError error, String what, String why, String action) {
        super(what, why, action);
        this.error = error;
        this.revisions = List.of();
    }

    private GraphException(GraphException original, List<String> revisions) {
        super(original.what(), original.why(), original.action());
        this.error = original.error;
        this.revisions = List.copyOf(revisions);
    }

    /** {@return the same refusal, with the revisions that it is about} */
    GraphException about(List<String> ids) {
        return new GraphException(this, ids);
    }

    /** {@return which of the graph's errors this is} */
    public GraphError error() {
        return error;
    }

    /**
     * {@return the ids of the revisions that the error is about, so that a caller can name their files; empty when
     * there are none}
     */
    public List<String> revisions() {
        return revisions;
    }

    @Override
    public Category category() {
        return error.category();
    }
}
