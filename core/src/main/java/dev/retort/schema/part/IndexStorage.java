/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The storage of an index, or of the index of a constraint.
 *
 * @param parameters storage parameters such as {@code fillfactor}
 * @param tablespace the tablespace, where it is not the database's
 * @since 0.1
 */
public record IndexStorage(
        Map<String, String> parameters, @Nullable String tablespace) {

    /** PostgreSQL's defaults. */
    public static final IndexStorage DEFAULT = new IndexStorage(Map.of(), null);

    /**
     * Copies and sorts the parameters.
     *
     * @param parameters storage parameters such as {@code fillfactor}
     * @param tablespace the tablespace, where it is not the database's
     */
    public IndexStorage {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
