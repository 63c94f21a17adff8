/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.internal.imports.flyway;

import dev.retort.error.RetortException;
import dev.retort.internal.imports.PropertiesText;
import dev.retort.internal.imports.SettingMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The configuration files of Flyway's command line and build plugins. Their connection is not that of the application, and
 * is left out.
 */
final class FlywayConf {

    private static final String SETTING = "configFiles";
    private static final String PREFIX = "flyway.";
    private static final Set<String> CONNECTION = Set.of("url", "user", "password", "driver");

    private FlywayConf() {}

    /**
     * {@return the settings, with those of the files that {@code configFiles} names where they are not set}
     *
     * @param project the folder of the project
     * @param configured the settings that are known
     */
    static SettingMap addTo(Path project, SettingMap configured) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : files(configured)) {
            PropertiesText.parse(text(project.resolve(name))).forEach((key, value) -> {
                String own = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : "";
                if (!own.isEmpty() && !CONNECTION.contains(own)) {
                    found.put(own, value);
                }
            });
        }
        return new SettingMap(found).with(configured);
    }

    /** {@return the names of the files} */
    static List<String> files(SettingMap configured) {
        return configured.list(SETTING);
    }

    private static String text(Path file) {
        if (String.valueOf(file.getFileName()).endsWith(".toml")) {
            throw new RetortException(
                    "The settings in " + file + " were not read.",
                    "Retort reads files of properties, not TOML.",
                    "Give what the migrations need with --set, such as --set placeholders.name=value, and their folders"
                            + " with --from; --set configFiles= leaves the file out.");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RetortException(
                    "The file " + file + " cannot be read.", e.toString(), "Check its encoding and its rights.", e);
        }
    }
}
