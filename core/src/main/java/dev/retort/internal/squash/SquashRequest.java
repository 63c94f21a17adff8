/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.squash;

import java.util.Set;

/**
 * The request of a squash.
 *
 * @param range {@code <first>:<last>}, both as targets
 * @param keepData revisions of the range, as targets, whose data statements are carried over
 * @param withoutData whether data that the replaced revisions write, and the squashed one does not, may be left out
 */
public record SquashRequest(String range, Set<String> keepData, boolean withoutData) {

    /** Copies the set. */
    public SquashRequest {
        keepData = Set.copyOf(keepData);
    }
}
