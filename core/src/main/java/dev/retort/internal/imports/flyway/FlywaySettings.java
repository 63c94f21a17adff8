/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.SettingMap;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's settings, as far as they decide what a file means.
 *
 * @param values the settings by name, however it is written
 */
record FlywaySettings(SettingMap values) {

    private static final String DEFAULT_LOCATION = "classpath:db/migration";

    /** {@return the locations, as Spring Boot has them when none are set} */
    List<String> locations() {
        List<String> set = values.list("locations");
        return set.isEmpty() ? List.of(DEFAULT_LOCATION) : set;
    }

    Map<String, FlywayKind> prefixes() {
        Map<String, FlywayKind> prefixes = new LinkedHashMap<>();
        prefixes.put(values.get("sqlMigrationPrefix", "V"), FlywayKind.VERSIONED);
        prefixes.put(values.get("repeatableSqlMigrationPrefix", "R"), FlywayKind.REPEATABLE);
        prefixes.put(values.get("undoSqlMigrationPrefix", "U"), FlywayKind.UNDO);
        prefixes.put(values.get("baselineMigrationPrefix", "B"), FlywayKind.BASELINE);
        return prefixes;
    }

    String separator() {
        return values.get("sqlMigrationSeparator", "__");
    }

    List<String> suffixes() {
        List<String> set = values.list("sqlMigrationSuffixes");
        return set.isEmpty() ? List.of(".sql") : set;
    }

    Charset encoding() {
        return charset(values.get("encoding", "UTF-8"));
    }

    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new RetortException(
                    "The encoding " + name + " is not known.",
                    "Flyway's configuration names it.",
                    "Correct it, or give --set encoding=<name>.",
                    e);
        }
    }

    boolean detectsEncoding() {
        return values.flag("detectEncoding", false);
    }

    boolean replacesPlaceholders() {
        return values.flag("placeholderReplacement", true);
    }

    String placeholderPrefix() {
        return values.get("placeholderPrefix", "${");
    }

    String placeholderSuffix() {
        return values.get("placeholderSuffix", "}");
    }

    /** {@return the values of placeholders, by their names as they are written} */
    Map<String, String> placeholders() {
        return values.below("placeholders");
    }

    boolean executesInTransaction() {
        return values.flag("executeInTransaction", true);
    }

    /** {@return whether migrations run that are older than the newest} */
    boolean outOfOrder() {
        return values.flag("outOfOrder", false);
    }

    String table() {
        return values.get("table", "flyway_schema_history");
    }

    /** {@return the schema of the history; {@code null} for the connection's} */
    @Nullable
    String schema() {
        String set = values.get("defaultSchema", "");
        List<String> schemas = values.list("schemas");
        if (!set.isEmpty()) {
            return set;
        }
        return schemas.isEmpty() ? null : schemas.get(0);
    }

    /** {@return the schema as it is written, with the variables that it refers to; {@code null} for the connection's} */
    @Nullable
    String writtenSchema() {
        String schema = schema();
        return Stream.of(values.written("defaultSchema"), values.written("schemas"), values.written("schemas[0]"))
                .filter(written -> !written.isEmpty())
                .findFirst()
                .filter(written -> written.contains("${") && !written.contains(","))
                .orElse(schema);
    }
}
