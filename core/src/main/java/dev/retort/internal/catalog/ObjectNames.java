/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.catalog;

import dev.retort.internal.catalog.query.ObjectAddress;
import dev.retort.schema.name.ObjectKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of the objects that were read so far, by address in the catalog. */
final class ObjectNames {

    private final Map<ObjectAddress, ObjectKey> keys = new HashMap<>();

    void add(ObjectAddress address, ObjectKey key) {
        keys.put(address, key);
    }

    /**
     * {@return the key of an object, or that of the whole if a part has no key; null for an object that was not read}
     */
    @Nullable
    ObjectKey find(ObjectAddress address) {
        ObjectKey key = keys.get(address);
        return key == null ? keys.get(address.whole()) : key;
    }

    boolean knows(ObjectAddress address) {
        return keys.containsKey(address);
    }

    /** {@return the name of a column of a table that was read} */
    String column(long relation, int number) {
        ObjectKey key = keys.get(ObjectAddress.column(relation, number));
        if (key == null) {
            throw new IllegalStateException("No column " + number + " of relation " + relation + " was read");
        }
        return key.detail();
    }
}
