/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.cli.settings;

import dev.retort.error.RetortException;
import dev.retort.internal.graph.NearNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds settings among environment variables or the entries of {@code .env}; an empty one counts as unset. */
public final class Variables {

    public static final String PLACEHOLDERS = "placeholders.";
    public static final String LINT_RULES = "lint.rules.";

    private static final String PREFIX = "RETORT_";
    private static final String PLACEHOLDER = "RETORT_PLACEHOLDERS_";
    private static final String LINT_RULE = "RETORT_LINT_RULES_";
    /** Key groups of applications, of the test kit, and the jar that the launcher starts. */
    private static final List<String> OTHERS =
            List.of("RETORT_DATABASES_", "RETORT_ENDPOINT_", "RETORT_TEST_", "RETORT_JAR");

    private static final Map<String, Setting<?>> POSTGRES =
            Map.of("POSTGRES_USER", SettingsTable.USERNAME, "POSTGRES_PASSWORD", SettingsTable.PASSWORD);
    /** Variables that Kubernetes sets in each container for each service, whose name may begin with retort. */
    private static final Pattern SERVICE_LINK = Pattern.compile(
            "RETORT_(?:.*_)?(?:SERVICE_HOST|SERVICE_PORT(?:_.*)?|PORT|PORT_[0-9]+_(?:TCP|UDP|SCTP)(?:_.*)?)");

    private final Map<String, SettingValue> variables;

    Variables(Map<String, SettingValue> variables) {
        this.variables = variables;
    }

    /** {@return the variables of a process} */
    static Variables of(Map<String, String> environment) {
        Map<String, SettingValue> variables = new LinkedHashMap<>();
        environment.forEach((name, text) -> {
            if (!text.isEmpty()) {
                variables.put(name, new SettingValue(text, SettingValue.Source.ENVIRONMENT, "the variable " + name));
            }
        });
        return new Variables(variables);
    }

    Map<String, SettingValue> all() {
        return variables;
    }

    /**
     * Passes on the settings by key, in order of precedence, lowest first.
     *
     * @throws RetortException when a variable with the prefix {@code RETORT_} is unknown
     */
    void forEachSetting(SettingValue.Source ofPostgres, BiConsumer<String, SettingValue> settings) {
        variables.forEach((name, value) -> {
            Setting<?> setting = POSTGRES.get(name);
            if (setting != null) {
                settings.accept(setting.key(), value.from(ofPostgres));
            }
        });
        for (Setting<?> setting : SettingsTable.all()) {
            for (String name : setting.variables()) {
                SettingValue value = variables.get(name);
                if (value != null) {
                    settings.accept(setting.key(), value);
                }
            }
        }
        variables.forEach((name, value) -> {
            if (name.startsWith(PLACEHOLDER)) {
                settings.accept(
                        PLACEHOLDERS + name.substring(PLACEHOLDER.length()).toLowerCase(Locale.ROOT), value);
            } else if (name.startsWith(LINT_RULE)) {
                String rule = name.substring(LINT_RULE.length()).toLowerCase(Locale.ROOT);
                settings.accept(LINT_RULES + rule.replace('_', '-'), value);
            } else if (name.startsWith(PREFIX) && !isKnown(name)) {
                throw unknown(name, value);
            }
        });
    }

    private static boolean isKnown(String name) {
        return names().anyMatch(name::equals)
                || OTHERS.stream().anyMatch(name::startsWith)
                || SERVICE_LINK.matcher(name).matches();
    }

    private static Stream<String> names() {
        return SettingsTable.all().stream().flatMap(setting -> setting.variables().stream());
    }

    private static RetortException unknown(String name, SettingValue value) {
        Set<String> names = SettingsTable.all().stream()
                .map(setting -> setting.variable().substring(PREFIX.length()))
                .collect(Collectors.toSet());
        List<String> near = NearNames.near(name.substring(PREFIX.length()), names);
        return new RetortException(
                "There is no setting for " + value.origin() + ".",
                near.isEmpty() ? "`retort --help` lists the settings." : "Did you mean " + PREFIX + near.get(0) + "?",
                "Correct or remove it.");
    }
}
