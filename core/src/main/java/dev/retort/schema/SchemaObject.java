/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;

/**
 * An object with a name in a database: compared, created and dropped as one.
 *
 * @since 0.1
 */
public interface SchemaObject {

    /** {@return the key that pairs it with its counterpart in another schema} */
    ObjectKey key();
}
