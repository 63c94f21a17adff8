/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.name.ObjectKind;
import dev.retort.schema.name.QualifiedName;
import dev.retort.schema.part.Column;
import dev.retort.schema.part.Grant;
import dev.retort.schema.part.Trigger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param name its name
 * @param columns its columns in their order; only name, type, collation, value, grants and comment are used
 * @param query the query as SQL, without a semicolon at its end
 * @param options {@code security_barrier}, {@code security_invoker} (15), {@code check_option}
 * @param triggers its triggers
 * @param grants privileges on it
 * @param comment its comment
 * @since 0.1
 */
public record View(
        QualifiedName name,
        List<Column> columns,
        String query,
        Map<String, String> options,
        List<Trigger> triggers,
        List<Grant> grants,
        @Nullable String comment)
        implements SchemaObject {

    /**
     * Copies the lists; sorts the options.
     *
     * @param name its name
     * @param columns its columns in their order; only name, type, collation, value, grants and comment are used
     * @param query the query as SQL, without a semicolon at its end
     * @param options {@code security_barrier}, {@code security_invoker} (15), {@code check_option}
     * @param triggers its triggers
     * @param grants privileges on it
     * @param comment its comment
     */
    public View {
        columns = List.copyOf(columns);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        triggers = List.copyOf(triggers);
        grants = List.copyOf(grants);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(ObjectKind.VIEW, name);
    }
}
