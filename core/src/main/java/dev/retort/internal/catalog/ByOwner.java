/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts of relations or types, each under the oid of what it belongs to.
 *
 * @param <T> the parts
 */
final class ByOwner<T> {

    private final Map<Long, List<T>> parts = new HashMap<>();

    void add(long owner, T part) {
        parts.computeIfAbsent(owner, key -> new ArrayList<>()).add(part);
    }

    /** {@return the parts of one owner in the order in which they were added} */
    List<T> of(long owner) {
        return parts.getOrDefault(owner, List.of());
    }
}
