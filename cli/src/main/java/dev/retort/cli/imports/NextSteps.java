/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.imports;

import dev.retort.internal.imports.ImportPlan;
import dev.retort.internal.imports.SecretValues;
import dev.retort.internal.imports.tool.ImportTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The steps after an import, for the developer.
 *
 * @param tool the other tool
 * @param plan what was imported
 */
record NextSteps(ImportTool tool, ImportPlan plan) {

    private static final String PLACEHOLDER = "retort.placeholders.";

    /** Settings that decide what a command does with a database; the connection and the tool are its own options. */
    private static final Set<String> DECIDING =
            Set.of("retort.adopt.table", "retort.adopt.out-of-order", "retort.schema", "retort.create-schema");

    /** {@return the steps, one line each} */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        plan.placeholders().forEach((name, value) -> {
            if (value.isEmpty() || isLeftOut(name, value)) {
                lines.add("set " + PLACEHOLDER + name + " in each environment");
            }
        });
        if (tool.hasSameTable()) {
            lines.add("upgrade                        runs pending revisions: a database of " + tool.title()
                    + " stays where it is");
        } else if (tool.isAdopted()) {
            environment(lines);
            lines.add("adopt --dry-run                shows the result for a database");
            lines.add("upgrade head --on-non-empty-schema=adopt");
            lines.add("                               adopts it and runs pending revisions, as a startup does");
        } else {
            lines.add("stamp <revision>               records the revision of a database that " + tool.title()
                    + " has migrated");
        }
        return lines;
    }

    private boolean isLeftOut(String name, String value) {
        return SecretValues.isSecret(name, value) && !plan.settings().containsKey(PLACEHOLDER + name);
    }

    /** Only commands within the application read its properties. */
    private void environment(List<String> lines) {
        Map<String, String> settings = new TreeMap<>(plan.settings());
        settings.keySet().removeIf(key -> !DECIDING.contains(key) && !key.startsWith(PLACEHOLDER));
        if (settings.isEmpty()) {
            return;
        }
        lines.add("add to retort.properties, for commands outside of the application:");
        SecretValues.hidden(settings).forEach((key, value) -> lines.add("  " + key + "=" + shown(value)));
    }

    /** Spring resolves what refers to a variable; {@code retort.properties} does not. */
    private static String shown(String value) {
        return value.contains("${") ? "<value of " + value + ">" : value;
    }
}
