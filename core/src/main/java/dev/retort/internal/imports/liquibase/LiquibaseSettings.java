/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.liquibase;

import dev.retort.internal.imports.SettingMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Liquibase's settings, as far as they decide what a changelog means.
 *
 * @param values the settings by name, as Spring Boot has them
 */
record LiquibaseSettings(SettingMap values) {

    static final String TABLE = "databasechangelog";
    private static final String CHANGELOG = "classpath:/db/changelog/db.changelog-master.yaml";

    /** {@return the root changelog, as it is found from the folders of resources} */
    String changelog() {
        String written = values.get("changeLog", CHANGELOG);
        String path = written.replaceFirst("^(classpath\\*?:|file:)", "");
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** {@return the contexts that the application runs; empty for all} */
    String contexts() {
        return String.join(",", values.list("contexts"));
    }

    /** {@return the labels that the application runs; empty for all} */
    String labels() {
        return String.join(",", values.list("labelFilter"));
    }

    Map<String, String> parameters() {
        return values.below("parameters");
    }

    /** {@return the schema of unqualified names; empty for the connection's} */
    String schema() {
        return values.get("defaultSchema", "");
    }

    /** {@return the schema of Liquibase's tables; empty for the one of unqualified names} */
    String tableSchema() {
        return values.get("liquibaseSchema", "");
    }

    /** {@return the history table; Liquibase quotes names that mix cases} */
    String table() {
        String name = values.get("databaseChangeLogTable", TABLE);
        boolean mixed = !name.equals(name.toLowerCase(Locale.ROOT)) && !name.equals(name.toUpperCase(Locale.ROOT));
        return mixed ? name : name.toLowerCase(Locale.ROOT);
    }

    /** {@return the version of the server for which Liquibase writes SQL} */
    String serverVersion() {
        return values.get("serverVersion", "15.0");
    }

    /** {@return the folders from which files are named, below a project} */
    static List<String> roots() {
        return List.of("src/main/resources", "src/main/java", "src/main/kotlin", "");
    }
}
