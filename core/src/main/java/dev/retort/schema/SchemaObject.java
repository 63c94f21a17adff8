/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;
import dev.retort.schema.part.Grant;
import java.util.List;

/**
 * An object with a name in a database: compared, created and dropped as one.
 *
 * @since 0.1
 */
public interface SchemaObject {

    /** {@return the key that pairs it with its counterpart in another schema} */
    ObjectKey key();

    /** {@return the privileges on it; empty for a kind of object that has none} */
    default List<Grant> grants() {
        return List.of();
    }
}
