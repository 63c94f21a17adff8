/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema.part;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The storage options of a table.
 *
 * @param unlogged whether a crash empties it
 * @param parameters storage parameters such as {@code fillfactor}
 * @param tablespace the tablespace, where it is not the database's
 * @param accessMethod the table access method, where it is not {@code heap}
 * @param rowSecurity whether its policies are in force
 * @param forceRowSecurity whether they are for its owner too
 * @param replicaIdentity {@code FULL}, {@code NOTHING} or {@code USING INDEX name} as SQL, where it is not the default
 * @param clusterIndex the index in whose order {@code CLUSTER} puts the rows, where there is one
 * @since 0.1
 */
public record TableOptions(
        boolean unlogged,
        Map<String, String> parameters,
        @Nullable String tablespace,
        @Nullable String accessMethod,
        boolean rowSecurity,
        boolean forceRowSecurity,
        @Nullable String replicaIdentity,
        @Nullable String clusterIndex) {

    /** PostgreSQL's defaults. */
    public static final TableOptions DEFAULT = new TableOptions(false, Map.of(), null, null, false, false, null, null);

    /**
     * Copies and sorts the parameters.
     *
     * @param unlogged whether a crash empties it
     * @param parameters storage parameters such as {@code fillfactor}
     * @param tablespace the tablespace, where it is not the database's
     * @param accessMethod the table access method, where it is not {@code heap}
     * @param rowSecurity whether its policies are in force
     * @param forceRowSecurity whether they are for its owner too
     * @param replicaIdentity {@code FULL}, {@code NOTHING} or {@code USING INDEX name} as SQL, where it is not the
     *     default
     * @param clusterIndex the index in whose order {@code CLUSTER} puts the rows, where there is one
     */
    public TableOptions {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** {@return these options without the indexes that {@code CLUSTER} and replication use} */
    public TableOptions withoutIndexes() {
        boolean ofAll = "FULL".equals(replicaIdentity) || "NOTHING".equals(replicaIdentity);
        return new TableOptions(
                unlogged,
                parameters,
                tablespace,
                accessMethod,
                rowSecurity,
                forceRowSecurity,
                ofAll ? replicaIdentity : null,
                null);
    }
}
