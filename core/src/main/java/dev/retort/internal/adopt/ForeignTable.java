/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt;

import dev.retort.internal.sql.Identifiers;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The history table of another tool.
 *
 * @param tool the tool
 * @param schema its schema
 * @param name its name
 */
public record ForeignTable(String tool, String schema, String name) {

    /** {@return the table as SQL has it, with its schema} */
    public String quoted() {
        return Identifiers.quote(schema, name);
    }

    /** {@return the table as its tool names it, always in quotes} */
    public String inDoubleQuotes() {
        return "\"" + schema + "\".\"" + name + "\"";
    }

    /**
     * {@return the table as the history of Retort records it}
     *
     * @param rank the highest row that was there
     * @param rows the rows that were there
     */
    public String recorded(int rank, List<ForeignRow> rows) {
        return rows.stream().map(row -> "\n" + row.line()).collect(Collectors.joining("", recorded(rank), ""));
    }

    private String recorded(int rank) {
        return tool + " \"" + schema.replace("\"", "\"\"") + "\".\"" + name.replace("\"", "\"\"") + "\" " + rank;
    }
}
