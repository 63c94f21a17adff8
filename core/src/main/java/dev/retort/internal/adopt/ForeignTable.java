/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.internal.sql.Identifiers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The history table of another tool.
 *
 * @param tool the tool
 * @param schema its schema
 * @param name its name
 */
public record ForeignTable(String tool, String schema, String name) {

    private static final Pattern RECORDED =
            Pattern.compile("(\\w+) \"((?:[^\"]|\"\")*)\"\\.\"((?:[^\"]|\"\")*)\"(?: (-?\\d+))?");

    /** {@return the table as SQL has it, with its schema} */
    public String quoted() {
        return Identifiers.quote(schema, name);
    }

    /** {@return the table as its tool names it, always in quotes} */
    String inDoubleQuotes() {
        return "\"" + schema + "\".\"" + name + "\"";
    }

    /**
     * {@return the table as the history of Retort records it}
     *
     * @param rank the highest row that was there
     */
    String recorded(int rank) {
        return tool + " \"" + schema.replace("\"", "\"\"") + "\".\"" + name.replace("\"", "\"\"") + "\" " + rank;
    }

    /** {@return the table that a row of the history records} */
    static Optional<ForeignTable> ofRecorded(String text) {
        Matcher matcher = RECORDED.matcher(text);
        return matcher.matches()
                ? Optional.of(new ForeignTable(
                        matcher.group(1),
                        matcher.group(2).replace("\"\"", "\""),
                        matcher.group(3).replace("\"\"", "\"")))
                : Optional.empty();
    }

    /** {@return the highest row that was there when the history recorded the table} */
    static int recordedRank(String text) {
        Matcher matcher = RECORDED.matcher(text);
        return matcher.matches() && matcher.group(4) != null ? Integer.parseInt(matcher.group(4)) : 0;
    }
}
