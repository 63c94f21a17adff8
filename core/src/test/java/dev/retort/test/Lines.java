/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.test;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Two texts of which a message shows only what differs. */
final class Lines {

    /** Schemas as records print them are one line: an object begins a line here. */
    private static final Pattern OBJECT = Pattern.compile(
            "\n|, (?=(?:Table|View|MaterializedView|Sequence|Routine|Namespace|EnumType|CompositeType|Domain"
                    + "|RangeType|Extension|Dependency|Column|Check|Unique|PrimaryKey|ForeignKey|Index|Trigger|Grant)\\[)");

    private Lines() {}

    /** {@return the lines that only one of two texts has} */
    static String difference(String there, String wanted) {
        List<String> more = new ArrayList<>(List.of(OBJECT.split(there)));
        List<String> less = new ArrayList<>(List.of(OBJECT.split(wanted)));
        for (String line : List.copyOf(more)) {
            if (less.remove(line)) {
                more.remove(line);
            }
        }
        return String.join("\n", more) + "\ninstead of\n" + String.join("\n", less);
    }
}
