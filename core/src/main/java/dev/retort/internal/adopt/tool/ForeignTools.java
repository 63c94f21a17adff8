/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.adopt.tool;

import dev.retort.error.RetortException;
import dev.retort.internal.adopt.ForeignTable;
import dev.retort.internal.adopt.ForeignTool;
import dev.retort.internal.adopt.flyway.FlywayTool;
import dev.retort.internal.adopt.liquibase.LiquibaseTool;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tools from which databases are adopted. */
public final class ForeignTools {

    private static final List<ForeignTool> ALL = List.of(new FlywayTool(), new LiquibaseTool());

    private ForeignTools() {}

    /** {@return the tool of a history table} */
    public static ForeignTool of(ForeignTable table) {
        return named(table.tool());
    }

    /**
     * {@return the tool of a name}
     *
     * @throws RetortException when Retort does not adopt its databases
     */
    static ForeignTool named(String name) {
        return ALL.stream()
                .filter(tool -> tool.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        "Retort does not adopt databases of " + name + ".",
                        "retort.adopt.from names it; the tools that Retort knows are "
                                + ALL.stream().map(ForeignTool::name).collect(Collectors.joining(" and ")) + ".",
                        "Correct the setting, or stamp the revision that the database is at."));
    }

    /** {@return the names of the tools in a sentence} */
    public static String titles() {
        return ALL.stream().map(ForeignTool::title).collect(Collectors.joining(" or "));
    }
}
