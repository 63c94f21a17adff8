/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.migration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses names that PostgreSQL would cut or take for something else. */
final class Names {

    /** What PostgreSQL keeps of a name, in bytes; it cuts the rest off, and says so in a notice only. */
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
                    "The name " + plain + " has a dot: it is written without a schema, for it is in that of its table");
        }
        return plain;
    }

    /** {@return a value that is there} */
    static <T> T present(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is null");
        }
        return value;
    }
}
