/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.schema;

import dev.retort.schema.name.ObjectKey;

/**
 * Something with a name of its own in a database: what is compared, made and dropped as one.
 *
 * @since 0.1
 */
public interface SchemaObject {

    /** {@return what pairs it with its counterpart in another schema} */
    ObjectKey key();
}
