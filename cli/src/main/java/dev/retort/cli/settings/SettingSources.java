/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.settings;

import dev.retort.error.RetortException;
import dev.retort.internal.graph.NearNames;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * All configured values and their sources: options, then the environment, then {@code .env}, then {@code
 * retort.properties}.
 *
 * @param values the value of each key by precedence
 * @param address the address in the variables {@code POSTGRES_*}
 */
public record SettingSources(Map<String, SettingValue> values, Optional<PostgresVariables> address) {

    private static final String PREFIX = "retort.";
    private static final List<String> GROUPS =
            List.of(Variables.PLACEHOLDERS, Variables.LINT_RULES, "databases.", "endpoint.");

    /**
     * Reads everything.
     *
     * @param options the values of options by key
     * @param environment the variables of the process
     * @param directory the folder of {@code .env} and {@code retort.properties}
     * @throws RetortException when a file cannot be read, or a key or variable is unknown
     */
    public static SettingSources read(Map<String, String> options, Map<String, String> environment, Path directory) {
        Variables process = Variables.of(environment);
        Variables dotEnv = new Variables(DotEnvFile.read(directory.resolve(".env")));
        Map<String, SettingValue> values = ofFile(directory.resolve("retort.properties"));
        dotEnv.forEachSetting(SettingValue.Source.DOT_ENV_POSTGRES, values::put);
        process.forEachSetting(SettingValue.Source.ENVIRONMENT_POSTGRES, values::put);
        options.forEach((key, text) -> values.put(key, ofOption(key, text)));
        return new SettingSources(values, PostgresVariables.of(process.all(), dotEnv.all()));
    }

    /** An empty option usually comes from an unset variable in a shell script. */
    private static SettingValue ofOption(String key, String text) {
        String option = key.equals("locations") ? "--location" : "--" + key;
        if (text.isEmpty()) {
            throw new RetortException("The option " + option + " is empty.", "", "Omit it, or give it a value.");
        }
        return new SettingValue(text, SettingValue.Source.OPTION, option);
    }

    private static Map<String, SettingValue> ofFile(Path file) {
        Map<String, SettingValue> values = new LinkedHashMap<>();
        Properties properties = load(file);
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            String key = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
            check(name, key, file);
            String value = properties.getProperty(name);
            if (values.containsKey(key)) {
                throw new RetortException(
                        "The file " + file + " sets " + key + " twice.",
                        "It has " + key + " with " + PREFIX + " before it and without.",
                        "Remove one.");
            }
            if (!value.isEmpty()) {
                values.put(key, new SettingValue(value, SettingValue.Source.FILE, name + " in " + file.getFileName()));
            }
        }
        return values;
    }

    private static void check(String name, String key, Path file) {
        TreeSet<String> keys = new TreeSet<>();
        SettingsTable.all().forEach(setting -> keys.add(setting.key()));
        if (keys.contains(key) || GROUPS.stream().anyMatch(key::startsWith)) {
            return;
        }
        List<String> near = NearNames.near(key, keys);
        throw new RetortException(
                "The key " + name + " in " + file + " is not known.",
                (near.isEmpty() ? "" : "Did you mean " + near.get(0) + "? ") + "The keys are " + String.join(", ", keys)
                        + ", placeholders.<name> and lint.rules.<rule>.",
                "Correct or remove it.");
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new RetortException(
                        "The file " + file + " cannot be read.",
                        e.getMessage() + ".",
                        "Correct or remove it. In a properties file a backslash is written twice.",
                        e);
            }
        }
        return properties;
    }
}
