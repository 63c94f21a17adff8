/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The settings of Retort that take the place of Liquibase's. */
final class LiquibaseTranslation {

    private static final Set<String> REPORTED =
            Set.of("dropfirst", "rollbackfile", "testrollbackonupdate", "tag", "liquibasetablespace", "clearchecksums");

    private final LiquibaseSettings settings;

    LiquibaseTranslation(LiquibaseSettings settings) {
        this.settings = settings;
    }

    /**
     * {@return the settings by key}
     *
     * @param everywhere whether every change set runs in every database: then Liquibase runs one that a database lacks
     *     although later ones ran, and an adoption does so too
     */
    Map<String, String> settings(boolean everywhere) {
        Map<String, String> keys = new TreeMap<>();
        keys.put("retort.on-non-empty-schema", "adopt");
        keys.put("retort.adopt.from", LiquibaseSeries.TOOL);
        String schema = settings.schema();
        String tableSchema = settings.tableSchema();
        if (!settings.table().equals(LiquibaseSettings.TABLE) || !tableSchema.isEmpty()) {
            String shown = tableSchema.isEmpty() ? schema : tableSchema;
            keys.put("retort.adopt.table", (shown.isEmpty() ? "" : shown + ".") + settings.table());
        }
        if (!schema.isEmpty()) {
            keys.put("retort.schema", schema);
        }
        if (everywhere) {
            keys.put("retort.adopt.out-of-order", "true");
        }
        copy(keys, "enabled", "retort.enabled");
        copy(keys, "url", "retort.url");
        copy(keys, "user", "retort.username");
        copy(keys, "password", "retort.password");
        return keys;
    }

    private void copy(Map<String, String> keys, String from, String to) {
        String value = settings.values().written(from);
        if (!value.isEmpty()) {
            keys.put(to, value);
        }
    }

    /** Reports settings that have no counterpart. */
    void report(ChangeSetReport report) {
        settings.values().written().forEach((name, value) -> {
            String canonical = name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
            if (REPORTED.contains(canonical) && !value.equals("false")) {
                report.add("setting " + name + "=" + value, "Retort has no such setting", advice(canonical));
            }
        });
        settings.parameters()
                .forEach((name, value) -> report.notes()
                        .add("the parameter " + name + " is put into the revisions with its value " + value
                                + "; where environments have another one, write ${" + name
                                + "} and -- placeholders: true"));
    }

    private static String advice(String setting) {
        return switch (setting) {
            case "rollbackfile" -> "`downgrade --sql` writes such a file.";
            case "testrollbackonupdate" -> "MigrationTests of retort-test upgrades, downgrades and upgrades again.";
            case "dropfirst" -> "Use a new database for tests.";
            default -> "Nothing, unless something depends on it.";
        };
    }
}
