/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Grant;
import dev.retort.schema.part.Index;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A materialized view.
 *
 * @param name its name
 * @param columns its columns in their order; only name, type, collation, grants and comment are used
 * @param query the query as SQL, without a semicolon at its end
 * @param indexes its indexes
 * @param parameters storage parameters
 * @param tablespace the tablespace, where it is not the database's
 * @param populated whether it has been filled
 * @param grants privileges on it
 * @param comment its comment
 * @since 0.1
 */
public record MaterializedView(
        QualifiedName name,
        List<Column> columns,
        String query,
        List<Index> indexes,
        Map<String, String> parameters,
        @Nullable String tablespace,
        boolean populated,
        List<Grant> grants,
        @Nullable String comment)
        implements SchemaObject {

    /**
     * Copies the lists; sorts the parameters.
     *
     * @param name its name
     * @param columns its columns in their order; only name, type, collation, grants and comment are used
     * @param query the query as SQL, without a semicolon at its end
     * @param indexes its indexes
     * @param parameters storage parameters
     * @param tablespace the tablespace, where it is not the database's
     * @param populated whether it has been filled
     * @param grants privileges on it
     * @param comment its comment
     */
    public MaterializedView {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        grants = List.copyOf(grants);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(ObjectKind.MATERIALIZED_VIEW, name);
    }
}
