/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import dev.retort.internal.imports.ByHand;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reports the settings that change what a Flyway run does and have no counterpart. */
final class FlywaySettingsReport {

    /** The settings by name, each with the value that it has in Flyway when it is not set. */
    private static final Map<String, String> REPORTED = Map.ofEntries(
            Map.entry("target", "latest"),
            Map.entry("cherrypick", ""),
            Map.entry("skipexecutingmigrations", "false"),
            Map.entry("initsql", ""),
            Map.entry("initsqls", ""),
            Map.entry("callbacks", ""),
            Map.entry("resolvers", ""),
            Map.entry("javamigrationclassnames", ""),
            Map.entry("jdbcproperties", ""),
            Map.entry("ignoremigrationpatterns", "*:future"),
            Map.entry("ignoremissingmigrations", "false"),
            Map.entry("ignoreignoredmigrations", "false"),
            Map.entry("ignorependingmigrations", "false"),
            Map.entry("ignorefuturemigrations", "true"),
            Map.entry("validateonmigrate", "true"),
            Map.entry("installedby", ""),
            Map.entry("tablespace", ""),
            Map.entry("baselineonmigrate", "false"),
            Map.entry("group", "false"),
            Map.entry("mixed", "false"),
            Map.entry("stream", "false"),
            Map.entry("batch", "false"));

    private final FlywaySettings settings;
    private final List<ByHand> byHand;
    private final List<String> notes;

    FlywaySettingsReport(FlywaySettings settings, List<ByHand> byHand, List<String> notes) {
        this.settings = settings;
        this.byHand = byHand;
        this.notes = notes;
    }

    void write() {
        settings.values().written().forEach((name, value) -> {
            String canonical = name.toLowerCase(Locale.ROOT).replace("-", "").replaceAll("\\[.*", "");
            String unset = REPORTED.get(canonical);
            if (unset != null && !unset.equalsIgnoreCase(value.strip())) {
                byHand.add(
                        new ByHand("setting " + name + "=" + value, "Retort has no such setting", advice(canonical)));
            }
        });
        if (settings.outOfOrder()) {
            notes.add("Flyway ran migrations out of order. A revision has a parent instead, and a branch is merged with"
                    + " `merge`; databases that lack an older migration run it when they are adopted.");
        }
    }

    private static String advice(String setting) {
        return switch (setting) {
            case "target" -> "Set retort.target to the id of the revision.";
            case "initsql", "initsqls" ->
                "Set it for the role with ALTER ROLE ... SET, or in the session settings of retort.*.";
            case "callbacks" -> "Write MigrationListener beans.";
            case "baselineonmigrate" ->
                "A schema with objects and without Flyway's table is refused: stamp the revision that it is at.";
            case "group" -> "Set retort.transaction=all, unless a revision has autocommit sections.";
            case "mixed" -> "Nothing: sections of a revision say where its transactions end.";
            case "validateonmigrate" -> "Set retort.changed-scripts to what a start does about a changed script.";
            case "ignoremigrationpatterns",
                    "ignoremissingmigrations",
                    "ignoreignoredmigrations",
                    "ignorependingmigrations",
                    "ignorefuturemigrations" -> "Nothing, unless a database lacks migrations: see unknown-revision.";
            default -> "Nothing, unless the migrations depend on it.";
        };
    }
}
