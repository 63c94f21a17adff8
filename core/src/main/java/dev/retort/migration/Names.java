/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses names that PostgreSQL would truncate or read differently. */
final class Names {

    /** The maximum length of a name, in bytes; PostgreSQL truncates longer ones with only a notice. */
    private static final int LONGEST = 63;

    private Names() {}

    /** {@return a name of one part} */
    static String plain(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("A name is missing: it is " + (name == null ? "null" : "empty"));
        }
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw new IllegalArgumentException("The name " + name + " has " + length + " bytes; PostgreSQL keeps "
                    + LONGEST + " and would cut it off");
        }
        return name;
    }

    /** {@return names of one part} */
    static List<String> plain(String... names) {
        List<String> checked = new ArrayList<>();
        for (String name : names) {
            checked.add(plain(name));
        }
        return List.copyOf(checked);
    }

    /** {@return a name that is in the schema of its table, and so is written without one} */
    static String withoutSchema(@Nullable String name) {
        String plain = plain(name);
        if (plain.indexOf('.') >= 0) {
            throw new IllegalArgumentException(
                    "The name " + plain + " has a dot: write it without a schema, it has the schema of its table");
        }
        return plain;
    }

    /** {@return the value, which must not be null} */
    static <T> T present(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is null");
        }
        return value;
    }
}
